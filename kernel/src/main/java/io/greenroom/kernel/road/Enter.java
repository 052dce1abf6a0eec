package io.greenroom.kernel.road;

import static io.greenroom.kernel.store.KernelTables.ACCOUNTS;

import io.greenroom.contract.Mirror;
import io.greenroom.kernel.Clock;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.Refusal;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Transaction;
import java.util.Map;
import java.util.Optional;

/**
 * The end of step 4: where the path begins with the contract's mirror, all that follows happens in the account that it
 * names. Any account that is not below the caller's is missing, whether it exists or not (behaviour.md 10).
 */
final class Enter implements Step {
    /** Master account, sub accounts and theirs (the vendor's "two or three tiers"). */
    private static final int TIERS = 3;

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
        Doc account = store.read(wanted, unit -> below(unit, exchange.caller().home()))
                .orElseThrow(() -> new Refusal(mirror.failure(), Map.of(mirror.parameter(), wanted)));
        clock.follow(account);
        exchange.account = account;
        exchange.caller = exchange.caller().in(wanted);
    }

    /** The unit's account, if it is below the master. */
    private static Optional<Doc> below(Transaction unit, String master) {
        Optional<Doc> account = unit.find(ACCOUNTS, unit.account());
        Optional<String> above = account.flatMap(Enter::master);
        for (int tier = 1; tier < TIERS && above.isPresent(); tier++) {
            if (above.get().equals(master)) {
                return account;
            }
            String next = above.get();
            above = unit.as(next).find(ACCOUNTS, next).flatMap(Enter::master);
        }
        return Optional.empty();
    }

    private static Optional<String> master(Doc account) {
        return account.optionalText("master_id");
    }
}
