package io.greenroom.kernel.install;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.Accounts;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.Media;
import io.greenroom.kernel.Options;
import io.greenroom.kernel.PlaceScope;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.Deauthorizations;
import io.greenroom.kernel.auth.Grants;
import io.greenroom.kernel.auth.Keys;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.TokenAuthenticator;
import io.greenroom.kernel.auth.Tokens;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.events.Receiver;
import io.greenroom.kernel.faults.FaultRules;
import io.greenroom.kernel.faults.StrikeFaults;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.jobs.BackgroundWork;
import io.greenroom.kernel.jobs.DueTimes;
import io.greenroom.kernel.jobs.OperationLogRetention;
import io.greenroom.kernel.jobs.Worker;
import io.greenroom.kernel.limits.LimitMode;
import io.greenroom.kernel.limits.Quotas;
import io.greenroom.kernel.limits.Throttle;
import io.greenroom.kernel.oauth.CompletedOAuthRequest;
import io.greenroom.kernel.oauth.OAuthHandler;
import io.greenroom.kernel.road.Road;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.road.Step;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.store.CounterKind;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.OutboxEvent;
import io.greenroom.kernel.store.PrivateFiles;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.webhooks.EventRetention;
import io.greenroom.kernel.webhooks.WebhookDues;
import io.greenroom.kernel.webhooks.WebhookSettings;
import io.greenroom.kernel.webhooks.Webhooks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A running Greenroom without its face to the network: everything is wired here, by hand. Threads may share it. */
public final class Installation implements AutoCloseable {
    private static final Duration LOOK_FOR_EVENTS = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_DUE = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_OLD = Duration.ofMinutes(10);
    private static final int EVENTS_AT_ONCE = 500;

    private final Store store;
    private final CallScope scope;
    private final CallScope controlScope;
    private final Road road;
    private final Map<String, Handler> places;
    private final OAuthHandler oauth;
    private final Apps apps;
    private final FaultRules faults;
    private final DueTimes dueTimes;
    private final Worker delivery;
    private final Deauthorizations deauthorizations;
    private volatile @Nullable Worker duties;
    private volatile @Nullable Worker retention;
    private volatile @Nullable Worker eventRetention;
    private volatile @Nullable Webhooks webhooks;
    private final List<BackgroundWork> others = new CopyOnWriteArrayList<>();

    /**
     * What an installation is made of.
     *
     * @param contract what is promised
     * @param groups who keeps the promise
     * @param opener opens the store
     * @param clock the product's time
     * @param ids the source of new ids
     * @param media where files are kept
     * @param passwords hashes passwords
     * @param road how requests travel
     * @param limits what the rate limits do
     * @param oauth how the authorization server behaves
     * @param legacyJwt whether legacy JWT apps may sign tokens by themselves
     * @param receiver who gets the events
     * @param options what groups read of the settings
     */
    public record Settings(
            Contract contract,
            List<ApiGroup> groups,
            Function<StoreSetup, Store> opener,
            Clock clock,
            Ids ids,
            Path media,
            Passwords passwords,
            RoadSettings road,
            LimitMode limits,
            OAuthSettings oauth,
            boolean legacyJwt,
            Receiver receiver,
            Options options) {}

    private Installation(Settings settings, Store store) {
        this.store = store;
        Keys keys = Keys.load(store);
        Bindings bindings = new Bindings(settings.contract());
        this.scope = new CallScope(
                settings.contract(),
                bindings,
                settings.clock(),
                settings.ids(),
                new Media(settings.media()),
                keys.signer(),
                settings.passwords(),
                settings.road().origins());
        this.controlScope = scope.controlApi();
        this.deauthorizations = new Deauthorizations(settings.contract(), settings.clock(), keys.signer());
        this.faults = new FaultRules(settings.clock());
        this.apps = new Apps(settings.ids(), new Grants());
        this.dueTimes = new DueTimes(store, scope);
        bindings.provide(Options.class, settings.options());
        bind(bindings, settings.groups());
        this.delivery = new Worker("delivery", LOOK_FOR_EVENTS, () -> store.queues()
                .deliver(EVENTS_AT_ONCE, event -> deliver(settings.receiver(), event)));
        this.road = road(settings, bindings, keys);
        People people = bindings.answer(People.class).orElse(People.NOBODY);
        this.oauth = oauth(
                settings,
                new OAuthScope(
                        store, settings.clock(), settings.ids(), keys, people, settings.passwords(), deauthorizations));
        this.places = Map.copyOf(bindings.places(new PlaceScope(scope, store, this::committed)));
    }

    private Road road(Settings settings, Bindings bindings, Keys keys) {
        return Road.of(
                scope,
                store,
                new TokenAuthenticator(
                        settings.contract(), store, settings.clock(), new Tokens(keys), settings.legacyJwt()),
                new StrikeFaults(
                        faults,
                        settings.contract(),
                        settings.clock(),
                        settings.road().faultsByHeader()),
                new Throttle(store.counters(CounterKind.LIMITS), settings.clock(), settings.limits()),
                new Quotas(store, bindings, settings.clock(), settings.limits()),
                this::committed,
                settings.road());
    }

    /** Passes on an event. A unit may be open meanwhile, so that nothing here waits. */
    private void deliver(Receiver receiver, OutboxEvent event) {
        Webhooks started = webhooks;
        receiver.receive(event);
        if (started != null) {
            started.signal(event);
        }
    }

    private void bind(Bindings bindings, List<ApiGroup> groups) {
        WebhookDues.bind(bindings);
        bindings.provide(Installation.class, this);
        bindings.serve("v2", any -> api());
        bindings.serve("oauth", any -> oauth());
        bindings.serve("oauth_device", any -> oauth());
        groups.forEach(bindings::add);
        bindings.check();
    }

    private OAuthHandler oauth(Settings settings, OAuthScope scope) {
        return new OAuthHandler(
                scope,
                settings.oauth(),
                faults,
                settings.road().origins()::of,
                completed -> observe(settings, completed));
    }

    private static void observe(Settings settings, CompletedOAuthRequest completed) {
        CompletedRequest request = new CompletedRequest(
                completed.trackingId(),
                settings.clock().now(),
                completed.request().method(),
                completed.request().rawPath(),
                completed.request().remoteAddress(),
                completed.endpoint(),
                "",
                completed.status(),
                completed.failure().isEmpty() ? List.of() : List.of(completed.failure()),
                List.of(),
                CompletedRequest.NO_BODY,
                completed.fault(),
                completed.nanos());
        settings.road().observers().forEach(observer -> observer.observe(request));
    }

    /** Opens the store and wires everything. Due jobs wait until the server listens. */
    public static Installation start(Settings settings) {
        makeFolder(settings.road().uploads());
        List<Table> tables = new ArrayList<>(KernelTables.all());
        settings.groups().forEach(group -> tables.addAll(group.tables()));
        Store store = settings.opener().apply(new StoreSetup(settings.contract(), tables, settings.clock()));
        try {
            return new Installation(settings, store);
        } catch (RuntimeException fault) {
            store.close();
            throw fault;
        }
    }

    /**
     * Starts the due jobs. Their events carry URLs of this server, so they need its address.
     *
     * @param address such as {@code http://127.0.0.1:4733}
     */
    public void listensAt(String address) {
        scope.origins().listensAt(address);
        duties = new Worker("due-times", LOOK_FOR_DUE, dueTimes::fireAll);
    }

    /** Starts to delete entries of operation logs that are older than that. */
    public void keepOperationLogs(Duration kept) {
        OperationLogRetention old = new OperationLogRetention(store, scope.clock(), kept);
        retention = new Worker("operation-log-retention", LOOK_FOR_OLD, old::deleteSome);
    }

    /** Starts to delete events that are older than that, or more than an account may have. */
    public void keepEvents(Duration kept) {
        EventRetention old = new EventRetention(store, scope.clock(), kept, EventRetention.MOST);
        eventRetention = new Worker("event-retention", LOOK_FOR_OLD, () -> {
            old.deleteOld();
            return 0;
        });
    }

    /** Starts to deliver events to subscribers. */
    public void deliverWebhooks(WebhookSettings settings) {
        webhooks = new Webhooks(store, scope, settings);
    }

    /** The delivery of events to subscribers. */
    public Webhooks webhooks() {
        Webhooks started = webhooks;
        if (started == null) {
            throw new ContractViolation("The delivery of webhooks has not started");
        }
        return started;
    }

    /** Adds work that is woken after commits and closed before the store. */
    public void add(BackgroundWork work) {
        others.add(work);
    }

    private void committed() {
        delivery.wake();
        others.forEach(BackgroundWork::committed);
    }

    private static void makeFolder(Path folder) {
        try {
            PrivateFiles.createFolder(folder);
        } catch (IOException e) {
            throw new StoreUnavailable("The folder " + folder + " cannot be made: " + e, e);
        }
    }

    /** What answers below {@code /v2}. */
    public Handler api() {
        return road;
    }

    /** What answers below {@code /oauth}, and {@code /oauth_device}. */
    public Handler oauth() {
        return oauth;
    }

    /** What answers below each first segment of a path: the API, the authorization server, and what groups serve. */
    public Map<String, Handler> places() {
        return places;
    }

    /**
     * A road of the control API.
     *
     * @param place the first segment of its paths
     * @param admit admits a request or refuses it
     */
    public Handler control(String place, Step admit, RoadSettings settings) {
        return Road.ofControl(controlScope, store, place, admit, this::committed, settings);
    }

    public Store store() {
        return store;
    }

    public CallScope scope() {
        return scope;
    }

    /** What all calls of the control API share. */
    public CallScope controlScope() {
        return controlScope;
    }

    public Apps apps() {
        return apps;
    }

    /** The rules that make requests fail. */
    public FaultRules faults() {
        return faults;
    }

    public Accounts accounts() {
        return new Accounts(scope);
    }

    public Deauthorizations deauthorizations() {
        return deauthorizations;
    }

    public DueTimes dueTimes() {
        return dueTimes;
    }

    /** The name of a thread that has died though nothing works without it; empty if all are there. */
    public Optional<String> deadThread() {
        Worker started = duties;
        if (!store.isAlive()) {
            return Optional.of("writer");
        }
        if (!delivery.isAlive()) {
            return Optional.of("delivery");
        }
        return started == null || started.isAlive() ? Optional.empty() : Optional.of("due times");
    }

    /** Does what waits, hands out the events that wait, and closes the store. No request may come any more. */
    @Override
    public void close() {
        others.forEach(BackgroundWork::close);
        close(retention);
        close(eventRetention);
        close(duties);
        delivery.close();
        Webhooks delivering = webhooks;
        if (delivering != null) {
            delivering.close();
        }
        store.close();
    }

    private static void close(@Nullable Worker started) {
        if (started != null) {
            started.close();
        }
    }
}
