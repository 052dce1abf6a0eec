package io.greenroom.bench;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.AccountOpened;
import io.greenroom.kernel.Accounts;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.NotYet;
import io.greenroom.kernel.Options;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.http.Site;
import io.greenroom.kernel.http.server.SocketServer;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.limits.LimitMode;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.road.Strictness;
import io.greenroom.kernel.road.history.RequestHistory;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The product's road and groups over a {@link NullStore}. Arguments: the port, a folder for temporary files, and the
 * account, the client id and the client secret of its one app.
 */
final class NullServer {
    private static final String OWNER = "BenchmarkOwner00000001";

    private final Contract contract = PackedContract.bundled();

    private NullServer() {}

    public static void main(String[] args) {
        new NullServer()
                .start(Integer.parseInt(args[0]), Path.of(args[1]), args[2], new Apps.Credentials(args[3], args[4]));
    }

    private void start(int port, Path folder, String account, Apps.Credentials app) {
        Installation installation = Installation.start(settings(folder));
        installation.store().write(account, unit -> open(installation, unit, app));
        Map<String, Handler> places = new HashMap<>(installation.places());
        places.put("readyz", request -> Answer.nothing(200));
        SocketServer.start(HttpServer.Limits.of("127.0.0.1", port), new Site(places, installation.api()));
        installation.listensAt("http://127.0.0.1:" + port);
    }

    private Installation.Settings settings(Path folder) {
        List<ApiGroup> groups = new ArrayList<>(List.of(new NotYet(List.of("Control"))));
        ServiceLoader.load(ApiGroups.class).forEach(found -> groups.addAll(found.all()));
        return new Installation.Settings(
                contract,
                groups,
                NullStore::new,
                Clock.system(),
                Ids.unpredictable(),
                folder,
                new Passwords(Passwords.ROUNDS),
                new RoadSettings(
                        new Origins(""),
                        true,
                        false,
                        false,
                        Strictness.WARN,
                        1 << 20,
                        64L << 20,
                        folder,
                        List.of(new RequestHistory(true))),
                LimitMode.OBSERVE,
                OAuthSettings.development(),
                true,
                event -> {},
                Options.NONE);
    }

    private String open(Installation installation, Transaction unit, Apps.Credentials app) {
        installation
                .accounts()
                .open(
                        unit,
                        new Accounts.Opening(
                                unit.account(),
                                "Benchmark",
                                "enterprise",
                                List.copyOf(contract.features().keySet()),
                                List.of(),
                                new AccountOpened.Owner(
                                        OWNER, "owner@example.com", "Ada", "Moreno", Optional.empty())));
        List<String> scopes = contract.operations().values().stream()
                .map(Operation::scopes)
                .flatMap(List::stream)
                .filter(scope -> scope.endsWith(":admin"))
                .distinct()
                .toList();
        installation
                .apps()
                .create(
                        unit,
                        unit.blank(KernelTables.APPS)
                                .put("name", "Benchmark")
                                .put("kind", "server")
                                .put("owner_id", OWNER)
                                .put("scopes", scopes)
                                .put("redirect_uris", List.of()),
                        app);
        return OWNER;
    }
}
