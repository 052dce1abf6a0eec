package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.store.KernelTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server as a whole: its state, what it is, what it can, what it was asked. */
final class ServerHandler {
    private final ControlApi.Parts parts;
    private final Installation installation;

    ServerHandler(ControlApi.Parts parts) {
        this.parts = parts;
        this.installation = parts.installation();
    }

    void bind(ControlBindings on) {
        on.doc("controlHealth", this::health);
        on.doc("controlInfo", this::info);
        on.doc("controlCoverage", this::coverage);
        on.doc("controlRequests", this::requests);
        on.done("controlReset", this::reset);
    }

    private Doc health(ControlCall call) {
        installation.store().check();
        return call.blank("Health").put("status", "ok");
    }

    private Doc info(ControlCall call) {
        ProcessFacts process = parts.process();
        Duration up =
                Duration.between(process.started(), installation.scope().clock().now());
        long accounts = installation.store().read("", unit -> unit.across(KernelTables.ACCOUNTS)
                .count());
        return call.blank("Installation")
                .put("version", process.version())
                .put("java", Runtime.version().toString())
                .put("profile", process.profile())
                .put("engine", process.engine())
                .put("keeps", process.keeps())
                .put("url", process.url())
                .put("started_at", process.started())
                .put("uptime_seconds", up.toSeconds())
                .put("operations", installation.scope().contract().operations().size())
                .put("accounts", accounts)
                .put("undelivered_events", installation.store().queues().undelivered());
    }

    private Doc coverage(ControlCall call) {
        Contract contract = installation.scope().contract();
        List<Doc> groups = new ArrayList<>();
        int all = 0;
        int bound = 0;
        for (Group group : contract.groups()) {
            List<Operation> operations = contract.operationsOf(group);
            List<String> open = operations.stream()
                    .filter(operation ->
                            installation.scope().bindings().handler(operation).isEmpty())
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

    private Doc requests(ControlCall call) {
        Doc query = call.query();
        String trackingId = query.text("tracking_id", "");
        String account = query.text("account_id", "");
        String operation = query.text("operation", "");
        return call.blank("SeenRequestList")
                .put(
                        "requests",
                        parts.history().newestFirst().stream()
                                .filter(seen -> seen.trackingId().endsWith(trackingId))
                                .filter(seen ->
                                        account.isEmpty() || seen.account().equals(account))
                                .filter(seen ->
                                        operation.isEmpty() || seen.operation().equals(operation))
                                .limit(query.number("limit"))
                                .map(seen -> request(call, seen))
                                .toList());
    }

    private static Doc request(ControlCall call, CompletedRequest seen) {
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
                .put("micros", seen.nanos() / 1000);
    }

    private void reset(ControlCall call) {
        AccountRemover remover = new AccountRemover(installation);
        for (String account : accounts()) {
            remover.remove(account);
        }
        parts.reseed().run();
    }

    private List<String> accounts() {
        return installation.store().read("", unit -> unit.across(KernelTables.ACCOUNTS)
                .accounts());
    }
}
