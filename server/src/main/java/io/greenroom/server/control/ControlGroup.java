package io.greenroom.server.control;

import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.road.history.RequestHistory;
import io.greenroom.kernel.store.Table;
import io.greenroom.server.faults.FaultHandler;
import io.greenroom.server.faults.VerificationHandler;
import io.greenroom.server.webhooks.DeliveryHandler;
import io.greenroom.server.webhooks.InboxHandler;
import io.greenroom.server.webhooks.SubscriptionHandler;
import java.util.List;
import java.util.function.Consumer;

/** The operations of the control API that belong to no API group: the server, its accounts, their apps and clocks. */
public final class ControlGroup implements ApiGroup {
    private final RequestHistory history;
    private final ProcessFacts process;
    private final List<String> redirectUris;
    private final Consumer<Installation> reseed;

    /**
     * The group of one process.
     *
     * @param history the latest requests
     * @param process facts about it
     * @param redirectUris the default redirect URIs of ordered apps
     * @param reseed creates the demo account if the settings ask for one
     */
    public ControlGroup(
            RequestHistory history, ProcessFacts process, List<String> redirectUris, Consumer<Installation> reseed) {
        this.history = history;
        this.process = process;
        this.redirectUris = redirectUris;
        this.reseed = reseed;
    }

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public void bind(Bindings on) {
        on.asks(Installation.class);
        on.asks(People.class);
        new ServerHandler(on, history, process, reseed).bind(on);
        new AccountHandler(redirectUris).bind(on);
        new EventHandler().bind(on);
        new ClockHandler().bind(on);
        new AccountAppHandler().bind(on);
        new AppHandler().bind(on);
        new FaultHandler().bind(on);
        new SubscriptionHandler().bind(on);
        new DeliveryHandler().bind(on);
        new InboxHandler().bind(on);
        new VerificationHandler(history, ServerHandler::request).bind(on);
    }

    static Installation installation(Call call) {
        return call.ask(Installation.class);
    }

    /** Binds an operation without a response body whose work runs in units of its own, not in the call's. */
    static void bindOutside(Bindings on, String operationId, Consumer<Call> work) {
        on.before(operationId, call -> () -> {
            work.accept(call);
            return Bindings.DONE;
        });
        on.done(operationId, done -> {});
    }
}
