package io.greenroom.kernel.road;

import io.greenroom.contract.Mirror;
import io.greenroom.kernel.Clock;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.Refusal;
import io.greenroom.kernel.Tiers;
import io.greenroom.kernel.store.Store;
import java.util.Map;

/**
 * The end of step 4: where the path begins with the contract's mirror, all that follows happens in the account that it
 * names. Any account that is not below the caller's is missing, whether it exists or not (behaviour.md 10).
 */
final class Enter implements Step {
    private final Store store;
    private final Clock clock;

    Enter(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void take(Exchange exchange) {
        exchange.mirror().ifPresent(mirror -> enter(exchange, mirror));
    }

    private void enter(Exchange exchange, Mirror mirror) {
        String wanted = exchange.within;
        Doc account = store.read(
                        wanted, unit -> Tiers.below(unit, exchange.caller().home()))
                .orElseThrow(() -> new Refusal(mirror.failure(), Map.of(mirror.parameter(), wanted)));
        clock.follow(account);
        exchange.account = account;
        exchange.caller = exchange.caller().in(wanted);
    }
}
