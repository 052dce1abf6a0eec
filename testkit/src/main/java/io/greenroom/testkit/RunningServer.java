package io.greenroom.testkit;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.NotYet;
import io.greenroom.kernel.Options;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.http.Site;
import io.greenroom.kernel.http.server.SocketServer;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.limits.LimitMode;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.road.Strictness;
import io.greenroom.kernel.road.history.Observer;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Greenroom in this process, on its own port, with a database that is deleted on close. */
final class RunningServer implements AutoCloseable {
    /** The first segment of the control API's paths. */
    static final String CONTROL = "_greenroom";

    private static final long SEED = 1;

    /** Few, because the tests hash many passwords. */
    private static final int PASSWORD_ROUNDS = 1000;

    /** Shared by all scenes of a run: each client has its own threads. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final Contract contract;
    private final Installation installation;
    private final HttpServer server;

    private RunningServer(Path folder, Contract contract, Installation installation) {
        this.folder = folder;
        this.contract = contract;
        this.installation = installation;
        Map<String, Handler> places = new HashMap<>(installation.places());
        places.put(CONTROL, installation.control(CONTROL, everyone -> {}, settings(folder, Strictness.ON, List.of())));
        this.server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), new Site(places, installation.api()));
        installation.listensAt(origin());
    }

    static RunningServer start(Contract contract, Observer ledger, SceneStores stores, Options options) {
        Path folder = TemporaryFolder.create("greenroom-scene");
        Installation installation = Installation.start(new Installation.Settings(
                contract,
                groups(),
                setup -> stores.open(folder, setup),
                new Clock(new TestTime()),
                Ids.seeded(SEED),
                folder.resolve("media"),
                new Passwords(PASSWORD_ROUNDS),
                settings(folder, Strictness.WARN, List.of(ledger)),
                LimitMode.ENFORCE,
                OAuthSettings.development(),
                true,
                event -> {},
                options));
        return new RunningServer(folder, contract, installation);
    }

    /** New groups: those on the class path, and a replacement for the server's control operations. */
    static List<ApiGroup> groups() {
        List<ApiGroup> groups = new ArrayList<>(List.of(new NotYet(List.of("Control"))));
        ServiceLoader.load(ApiGroups.class).forEach(found -> groups.addAll(found.all()));
        return groups;
    }

    private static RoadSettings settings(Path folder, Strictness strictness, List<Observer> observers) {
        return new RoadSettings(
                new Origins(""),
                true,
                true,
                false,
                strictness,
                1 << 20,
                64L << 20,
                folder.resolve("uploads"),
                observers);
    }

    Contract contract() {
        return contract;
    }

    Installation installation() {
        return installation;
    }

    HttpClient http() {
        return HTTP;
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
        installation.close();
        TemporaryFolder.delete(folder);
    }
}
