package io.greenroom.kernel.toy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.contract.Schema;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.contract.read.ContractReader;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
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
import io.greenroom.kernel.road.Exchange;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.road.Strictness;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A running library: an installation of the toy contract behind a server of its own, at a time that tests set. */
public final class Toy implements AutoCloseable {
    /** When every test begins. */
    private static final Contract BUNDLED = PackedContract.bundled();

    public static final Instant START = Instant.parse("2021-08-02T10:00:00Z");

    /** How large a JSON body may be here. */
    public static final int MOST_JSON_BYTES = 64 * 1024;

    /** How large a form may be here. */
    public static final int MOST_FORM_BYTES = 256 * 1024;

    private final AtomicReference<Instant> time = new AtomicReference<>(START);
    private final AtomicInteger branches = new AtomicInteger();
    private final List<CompletedRequest> completed = new CopyOnWriteArrayList<>();
    private final Path folder = MemoryFolders.create("greenroom-toy");
    private final Contract contract;
    private final Installation installation;
    private final HttpServer server;

    /** How a library is set up: as in 2021 by default. */
    public static final class Setup {
        private final List<ApiGroup> groups;
        private Path contractFolder = Path.of("src/test/resources/toy");
        private Strictness strictness = Strictness.WARN;
        private boolean of2021 = true;
        private boolean xmlErrors;
        private LimitMode limits = LimitMode.OBSERVE;
        private String publicUrl = "";
        private UnaryOperator<Store> store = UnaryOperator.identity();

        private Setup(List<ApiGroup> groups) {
            this.groups = groups;
        }

        public Setup strictness(Strictness other) {
            strictness = other;
            return this;
        }

        /** Errors are XML for callers that accept any type. */
        public Setup xmlErrors() {
            xmlErrors = true;
            return this;
        }

        /** As the vendor was after 2023: no tokens in queries, no legacy JWT apps. */
        public Setup modern() {
            of2021 = false;
            return this;
        }

        public Setup limits(LimitMode other) {
            limits = other;
            return this;
        }

        public Setup publicUrl(String other) {
            publicUrl = other;
            return this;
        }

        /** With a wrapper around the store. */
        public Setup store(UnaryOperator<Store> between) {
            store = between;
            return this;
        }

        /** With the toy contract elsewhere than in this module. */
        public Setup contractFolder(Path other) {
            contractFolder = other;
            return this;
        }

        public Toy start() {
            return new Toy(this);
        }
    }

    /** A library with these groups. */
    public static Setup of(ApiGroup... groups) {
        List<ApiGroup> all = new ArrayList<>(List.of(groups));
        all.add(new NotYet(List.of("Books", "Readers", "Halls", "Library")));
        return new Setup(all);
    }

    /** The library as a whole. */
    public static Setup library() {
        return of(new ReadersGroup(), new BooksGroup(), new HallsGroup());
    }

    /** A library whose operations do just this. */
    public static Setup doing(Consumer<Bindings> bind) {
        return of(new ApiGroup() {
            @Override
            public List<Table> tables() {
                return List.of(ReadersGroup.READERS, BooksGroup.BOOKS, HallsGroup.HALLS, HallsGroup.VISITS);
            }

            @Override
            public void bind(Bindings on) {
                bind.accept(on);
            }
        });
    }

    private Toy(Setup setup) {
        this.contract = contract(setup.contractFolder);
        this.installation = Installation.start(new Installation.Settings(
                contract,
                setup.groups,
                opened -> setup.store.apply(SqliteStore.open(folder.resolve("data"), opened)),
                new Clock(time::get),
                Ids.seeded(1),
                folder.resolve("media"),
                new Passwords(1000),
                new RoadSettings(
                        new Origins(setup.publicUrl),
                        setup.of2021,
                        true,
                        setup.xmlErrors,
                        setup.strictness,
                        MOST_JSON_BYTES,
                        MOST_FORM_BYTES,
                        folder.resolve("uploads"),
                        List.of(completed::add)),
                setup.limits,
                OAuthSettings.development(),
                setup.of2021,
                event -> {},
                Options.NONE));
        this.server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), new Site(places(), installation.api()));
        installation.listensAt(origin());
    }

    /** With the control API below {@code /control}, for authenticated requests. */
    private Map<String, Handler> places() {
        Map<String, Handler> places = new HashMap<>(installation.places());
        RoadSettings settings = new RoadSettings(
                new Origins(""),
                false,
                false,
                false,
                Strictness.ON,
                MOST_JSON_BYTES,
                MOST_FORM_BYTES,
                folder.resolve("uploads"),
                List.of());
        places.put("control", installation.control("control", Toy::admit, settings));
        return places;
    }

    private static void admit(Exchange exchange) {
        if (exchange.request().header("Operator").isEmpty()) {
            throw exchange.refuse("control-forbidden");
        }
    }

    /** The toy contract, with what the kernel keeps for itself. */
    public static Contract contract(Path folder) {
        Contract toy = ContractReader.folder(folder);
        Map<String, Schema> schemas = new LinkedHashMap<>(toy.schemas());
        KernelTables.all().forEach(table -> schemas.put(table.schema(), BUNDLED.schema(table.schema())));
        Map<String, Event> events = new LinkedHashMap<>(toy.events());
        BUNDLED.events().values().stream()
                .filter(event -> event.group().isEmpty())
                .forEach(event -> events.put(event.name(), event));
        return new Contract(
                toy.groups(),
                toy.operations(),
                schemas,
                toy.failures(),
                toy.features(),
                events,
                toy.accountPrefix(),
                toy.control());
    }

    /** A new account of the enterprise plan with all features. */
    public Branch branch() {
        return branch("enterprise", "removal");
    }

    public Branch branch(String plan, String... features) {
        return Branch.open(this, "branch" + branches.incrementAndGet(), plan, List.of(features));
    }

    public Contract contract() {
        return contract;
    }

    public Installation installation() {
        return installation;
    }

    public int port() {
        return server.port();
    }

    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    /** Lets time pass, for all accounts. */
    public void advance(Duration by) {
        time.updateAndGet(now -> now.plus(by));
    }

    /** The completed requests, oldest first. */
    public List<CompletedRequest> completed() {
        return completed;
    }

    public CompletedRequest lastTravelled() {
        return completed.getLast();
    }

    /** The files that lie below one of its folders: {@code media} or {@code uploads}. */
    public List<Path> files(String below) {
        Path start = folder.resolve(below);
        if (!Files.exists(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        installation.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
