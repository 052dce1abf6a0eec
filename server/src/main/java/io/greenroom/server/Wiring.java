package io.greenroom.server;

import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.Options;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.events.LoggingReceiver;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Network;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.http.Site;
import io.greenroom.kernel.http.TrustedProxies;
import io.greenroom.kernel.http.server.SocketServer;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.limits.LimitMode;
import io.greenroom.kernel.outbound.OutboundGuard;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.road.Strictness;
import io.greenroom.kernel.road.history.Observer;
import io.greenroom.kernel.road.history.RequestHistory;
import io.greenroom.kernel.road.history.RequestLog;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.postgres.PostgresStore;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import io.greenroom.kernel.webhooks.WebhookSettings;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.Profile;
import io.greenroom.server.config.Setting;
import io.greenroom.server.control.ControlApi;
import io.greenroom.server.control.ControlGroup;
import io.greenroom.server.control.ControlSettings;
import io.greenroom.server.control.ProcessFacts;
import io.greenroom.server.control.TokenPages;
import io.greenroom.server.docs.DocsPages;
import io.greenroom.server.mail.MailSettings;
import io.greenroom.server.mail.MailWork;
import io.greenroom.server.operations.Metrics;
import io.greenroom.server.operations.Probes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the program, by hand and in one place. Used once. */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);
    private static final int NODE_BYTES = 12;

    private final Config config;
    private final ControlSettings admission;
    private final Clock clock = Clock.system();
    private final Instant started = clock.now();
    private final RequestHistory history;
    private final Metrics metrics = new Metrics();

    Wiring(Config config) {
        this.config = config;
        this.history = new RequestHistory(config.profile() != Profile.PRODUCTION);
        this.admission = Exposure.admission(config);
    }

    Greenroom start() {
        Home home = Home.open(config.folder(Setting.DATA), config.profile() == Profile.PRODUCTION);
        try {
            return start(home);
        } catch (RuntimeException fault) {
            home.close();
            throw fault;
        }
    }

    private Greenroom start(Home home) {
        RoadSettings road = road(home);
        Installation installation = Installation.start(installation(home, road));
        try {
            home.removeStale(leftBefore());
            seed(installation);
            return listen(home, installation, road);
        } catch (RuntimeException fault) {
            installation.close();
            throw fault;
        }
    }

    /** With SQLite no other process has the folder once the store is open; nodes of one database may share theirs. */
    private Instant leftBefore() {
        return config.optional(Setting.DATABASE).isPresent() ? started.minus(LONGEST_UPLOAD) : started;
    }

    private Installation.Settings installation(Home home, RoadSettings road) {
        return new Installation.Settings(
                PackedContract.bundled(),
                groups(home),
                setup -> open(setup, home),
                clock,
                ids(),
                home.media(),
                new Passwords(Passwords.ROUNDS),
                road,
                config.choice(Setting.LIMITS, LimitMode.class),
                oauth(),
                config.flag(Setting.LEGACY_JWT),
                config.text(Setting.LOG_REQUESTS).equals("all") ? new LoggingReceiver() : event -> {},
                options());
    }

    private Options options() {
        Map<String, String> values = new HashMap<>();
        for (Setting setting : List.of(Setting.UUIDS, Setting.HISTORY_LAG_MINUTES, Setting.MAIL_SMTP)) {
            values.put(setting.key(), config.text(setting));
        }
        return new Options(Map.copyOf(values));
    }

    private List<ApiGroup> groups(Home home) {
        List<ApiGroup> groups = new ArrayList<>();
        groups.add(new ControlGroup(history, process(home), defaultRedirectUris(), this::seed));
        ServiceLoader.load(ApiGroups.class).forEach(found -> groups.addAll(found.all()));
        return groups;
    }

    /** The redirect URIs of ordered apps that name none: the demo's, which are strangers' in production. */
    private List<String> defaultRedirectUris() {
        return config.profile() == Profile.PRODUCTION ? List.of() : config.list(Setting.DEMO_REDIRECT_URIS);
    }

    private Store open(StoreSetup setup, Home home) {
        return config.optional(Setting.DATABASE).isPresent()
                ? PostgresStore.open(config.text(Setting.DATABASE), setup)
                : SqliteStore.open(home.folder(), setup);
    }

    private void seed(Installation installation) {
        new DemoSeed(installation, config).create();
    }

    private Ids ids() {
        return config.optional(Setting.SEED)
                .map(seed -> Ids.seeded(Long.parseLong(seed)))
                .orElseGet(Ids::unpredictable);
    }

    private RoadSettings road(Home home) {
        return new RoadSettings(
                new Origins(publicUrl()),
                config.flag(Setting.TOKENS_IN_QUERY),
                config.flag(Setting.FAULTS_BY_HEADER),
                config.flag(Setting.ERRORS_XML),
                config.choice(Setting.STRICT, Strictness.class),
                (int) config.number(Setting.BODY_MAX_BYTES),
                config.number(Setting.UPLOAD_MAX_BYTES),
                home.uploads(),
                observers());
    }

    private String publicUrl() {
        return config.optional(Setting.PUBLIC_URL)
                .map(url -> Address.expected(config))
                .orElse("");
    }

    private List<Observer> observers() {
        List<Observer> observers = new ArrayList<>(List.of(history, metrics));
        RequestLog log = new RequestLog();
        switch (config.text(Setting.LOG_REQUESTS)) {
            case "all" -> observers.add(log);
            case "failures" ->
                observers.add(request -> {
                    if (request.status() >= 400) {
                        log.observe(request);
                    }
                });
            default -> {}
        }
        return List.copyOf(observers);
    }

    private OAuthSettings oauth() {
        return new OAuthSettings(
                config.flag(Setting.OAUTH_DEV_SIGN_IN),
                config.text(Setting.OAUTH_AUTO_APPROVE),
                config.flag(Setting.OAUTH_STRICT_SCOPE),
                config.text(Setting.OAUTH_TOKENS).equals("one"),
                OAuthSettings.REFRESH_LIFE_2021,
                publicUrl());
    }

    private Greenroom listen(Home home, Installation installation, RoadSettings road) {
        Probes probes = new Probes(installation.store(), clock);
        metrics.count(installation.store().queues()::undelivered);
        Map<String, Handler> places = new HashMap<>();
        places.put("docs", docs(installation, road));
        places.put("", request -> Answer.redirect("/docs/"));
        places.put("livez", probes.live());
        places.put("readyz", probes.ready());
        places.put("metrics", metrics());
        places.put(ControlApi.PLACE, control(installation, road));
        installation.places().forEach((place, handler) -> {
            if (places.put(place, handler) != null) {
                throw new IllegalStateException("A group serves /" + place + ", which is the server's");
            }
        });
        TrustedProxies proxies = proxies();
        HttpServer http = SocketServer.start(
                limits(), proxies.before(AllowedHosts.before(new Site(places, installation.api()), config)));
        String address = Address.of(config, http.port());
        installation.listensAt(address);
        installation.keepEvents(Duration.ofDays(config.number(Setting.EVENTS_KEEP)));
        installation.deliverWebhooks(webhooks(http.port()));
        if (config.number(Setting.OPERATION_LOG_DAYS) > 0) {
            installation.keepOperationLogs(Duration.ofDays(config.number(Setting.OPERATION_LOG_DAYS)));
        }
        config.optional(Setting.MAIL_SMTP).ifPresent(server -> installation.add(mails(server, installation)));
        Exposure.warnings(config).forEach(LOG::warn);
        return new Greenroom(home, installation, http, probes, metrics, address, admission);
    }

    private WebhookSettings webhooks(int port) {
        boolean shared = config.optional(Setting.DATABASE).isPresent();
        return new WebhookSettings(
                new OutboundGuard(
                        config.profile() == Profile.PRODUCTION,
                        config.list(Setting.WEBHOOKS_ALLOW).stream()
                                .flatMap(network -> Network.parse(network).stream())
                                .toList(),
                        port),
                shared ? Secrets.token(NODE_BYTES) : "only",
                shared);
    }

    private MailWork mails(String server, Installation installation) {
        return new MailWork(
                installation.store(),
                clock,
                new MailSettings(
                        URI.create(server),
                        config.choice(Setting.MAIL_STARTTLS, MailSettings.StartTls.class),
                        config.text(Setting.MAIL_USER),
                        config.text(Setting.MAIL_PASSWORD),
                        config.text(Setting.MAIL_FROM)));
    }

    private Handler metrics() {
        return config.profile() == Profile.PRODUCTION
                ? new TokenPages(config.text(Setting.CONTROL_TOKEN), clock, metrics)
                : metrics;
    }

    private DocsPages docs(Installation installation, RoadSettings road) {
        CallScope scope = installation.scope();
        return new DocsPages(
                scope.contract(),
                operation -> scope.bindings().handler(operation).isPresent(),
                road.origins(),
                signIn());
    }

    private TrustedProxies proxies() {
        return TrustedProxies.of(config.list(Setting.TRUSTED_PROXIES));
    }

    private HttpServer.Limits limits() {
        int most = config.optional(Setting.CONNECTIONS_MAX)
                .map(Integer::parseInt)
                .orElseGet(HttpServer.Limits::connectionsOfHeap);
        return new HttpServer.Limits(
                config.text(Setting.HOST),
                (int) config.number(Setting.PORT),
                most,
                config.optional(Setting.CONNECTIONS_PER_ADDRESS)
                        .map(Integer::parseInt)
                        .orElse(Math.max(1, most / 2)),
                proxies(),
                (int) config.number(Setting.CONNECTIONS_IDLE_SECONDS),
                (int) config.number(Setting.STOP_SECONDS));
    }

    private DocsPages.SignIn signIn() {
        return config.flag(Setting.DEMO)
                ? new DocsPages.SignIn(
                        Demo.ACCOUNT,
                        Demo.App.SERVER.credentials().clientId(),
                        Demo.App.SERVER.credentials().clientSecret())
                : DocsPages.SignIn.NONE;
    }

    private ProcessFacts process(Home home) {
        return new ProcessFacts(
                Version.text(),
                config.text(Setting.PROFILE),
                config.optional(Setting.DATABASE).isPresent() ? "postgresql" : "sqlite",
                !home.temporary() || config.optional(Setting.DATABASE).isPresent(),
                Address.expected(config),
                started);
    }

    private ControlApi control(Installation installation, RoadSettings road) {
        RoadSettings own = new RoadSettings(
                road.origins(),
                false,
                false,
                false,
                Strictness.ON,
                road.maxJsonBytes(),
                road.maxUploadBytes(),
                road.uploads(),
                List.of());
        return new ControlApi(installation, admission, own);
    }
}
