package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.road.history.RequestHistory;
import io.greenroom.kernel.store.Due;
import io.greenroom.kernel.store.KernelTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The server as a whole: its health, its version and totals, its coverage of the API, its latest requests. */
final class ServerHandler {
    private final Bindings bindings;
    private final RequestHistory history;
    private final ProcessFacts process;
    private final Consumer<Installation> reseed;

    ServerHandler(Bindings bindings, RequestHistory history, ProcessFacts process, Consumer<Installation> reseed) {
        this.bindings = bindings;
        this.history = history;
        this.process = process;
        this.reseed = reseed;
    }

    void bind(Bindings on) {
        on.before("controlHealth", ServerHandler::check);
        on.doc("controlHealth", call -> call.blank("Health").put("status", "ok"));
        on.before("controlInfo", ServerHandler::count);
        on.doc("controlInfo", this::info);
        on.doc("controlCoverage", this::coverage);
        on.doc("controlRequests", this::requests);
        ControlGroup.bindOutside(on, "controlReset", this::reset);
    }

    private static Supplier<Object> check(Call call) {
        return () -> {
            ControlGroup.installation(call).store().check();
            return Bindings.DONE;
        };
    }

    /** The number of events that wait in the outbox, which is read outside of units. */
    private record Undelivered(long events) {}

    private static Supplier<Object> count(Call call) {
        return () ->
                new Undelivered(ControlGroup.installation(call).store().queues().undelivered());
    }

    private Doc info(Call call) {
        CallScope scope = ControlGroup.installation(call).scope();
        Duration up = Duration.between(process.started(), scope.clock().now());
        return call.blank("Installation")
                .put("version", process.version())
                .put("java", Runtime.version().toString())
                .put("profile", process.profile())
                .put("engine", process.engine())
                .put("keeps", process.keeps())
                .put("url", process.url())
                .put("started_at", process.started())
                .put("uptime_seconds", up.toSeconds())
                .put("operations", scope.contract().operations().size())
                .put("accounts", call.store().across(KernelTables.ACCOUNTS).count())
                .put("undelivered_events", call.prepared(Undelivered.class).events());
    }

    private Doc coverage(Call call) {
        Contract contract = ControlGroup.installation(call).scope().contract();
        List<Doc> groups = new ArrayList<>();
        int all = 0;
        int bound = 0;
        for (Group group : contract.groups()) {
            List<Operation> operations = contract.operationsOf(group);
            List<String> open = operations.stream()
                    .filter(operation -> bindings.handler(operation).isEmpty())
                    .map(Operation::id)
                    .toList();
            all += operations.size();
            bound += operations.size() - open.size();
            groups.add(call.blank("GroupCoverage")
                    .put("group", group.title())
                    .put("operations", operations.size())
                    .put("bound", operations.size() - open.size())
                    .put("not_yet", open));
        }
        return call.blank("Coverage")
                .put("operations", all)
                .put("bound", bound)
                .put("not_yet", all - bound)
                .put("groups", groups);
    }

    private Doc requests(Call call) {
        Doc query = call.query();
        String trackingId = query.text("tracking_id", "");
        String account = query.text("account_id", "");
        String operation = query.text("operation", "");
        return call.blank("SeenRequestList")
                .put(
                        "requests",
                        history.newestFirst().stream()
                                .filter(seen -> seen.trackingId().endsWith(trackingId))
                                .filter(seen ->
                                        account.isEmpty() || seen.account().equals(account))
                                .filter(seen ->
                                        operation.isEmpty() || seen.operation().equals(operation))
                                .limit(query.number("limit"))
                                .map(seen -> request(call, seen))
                                .toList());
    }

    static Doc request(Call call, CompletedRequest seen) {
        return call.blank("SeenRequest")
                .put("tracking_id", seen.trackingId())
                .put("at", seen.at())
                .put("method", seen.method())
                .put("path", seen.path())
                .put("operation", seen.operation())
                .put("account_id", seen.account())
                .put("status", seen.status())
                .put("verdict", seen.verdict())
                .put("warnings", seen.warnings())
                .put("fault", Optional.of(seen.fault()).filter(fault -> !fault.isEmpty()))
                .put("micros", seen.nanos() / 1000);
    }

    private void reset(Call call) {
        Installation installation = ControlGroup.installation(call);
        List<String> accounts = installation.store().read(Due.NO_ACCOUNT, unit -> unit.across(KernelTables.ACCOUNTS)
                .accounts());
        accounts.forEach(account -> AccountHandler.remove(installation, account));
        reseed.accept(installation);
    }
}
