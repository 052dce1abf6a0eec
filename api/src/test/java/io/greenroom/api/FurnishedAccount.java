package io.greenroom.api;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Route;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An account with one of everything that requests can create. Only the contract determines what: each POST is
 * sent with a valid body, and later paths use the ids of the answers. Used by one thread.
 */
final class FurnishedAccount {
    static final String NAME = "Quetzalcoatl";
    private static final int ROUNDS = 2;
    private static final int OF_EACH_KIND = 2;
    private static final int SHORTEST_OWN = 8;

    private final Scene scene;
    private final Doc person;
    private final PlainAsking asking;
    private final Wishes wishes;
    private final Map<String, Set<String>> ids = new TreeMap<>();
    private final Set<Operation> made = new LinkedHashSet<>();
    private final List<Reply> answers = new ArrayList<>();

    private FurnishedAccount(Scene scene, String name, Doc person, String user) {
        this.scene = scene;
        this.person = person;
        this.asking = new PlainAsking(scene);
        this.wishes = new Wishes(name, person);
        ids.put("/users", new LinkedHashSet<>(List.of(user)));
    }

    /** Furnishes the scene's account. Everything with a name is called {@link #NAME}. */
    static FurnishedAccount of(Scene scene) {
        Doc ada = scene.user("ada@first.example");
        scene.ask("userUpdate", ada.id())
                .body("{\"first_name\": \"" + NAME + "\"}")
                .announcing("user.updated")
                .served();
        return new FurnishedAccount(
                        scene, NAME, scene.ask("user", ada.id()).served().json(), ada.id())
                .furnish();
    }

    /** Tries to furnish the scene's account in the name of a user of another account. */
    static FurnishedAccount forStranger(Scene scene, Doc stranger) {
        return new FurnishedAccount(scene, "Coatlicue", stranger, scene.owner()).furnish();
    }

    private FurnishedAccount furnish() {
        for (int round = 0; round < ROUNDS; round++) {
            makers(scene).forEach(this::make);
            reads().forEach(this::learn);
        }
        return this;
    }

    /** The operations that may create something. */
    static Stream<Operation> makers(Scene scene) {
        return built(scene).filter(operation -> operation.route().method().equals("POST"));
    }

    /** The operations that are built, for server-to-server apps. */
    static Stream<Operation> built(Scene scene) {
        return scene.contract().operations().values().stream()
                .filter(operation -> operation.callers().contains(CallerKind.SERVER))
                .filter(scene::isBuilt);
    }

    /** Every GET, built or not, with known ids or 1, and with each of its choices. */
    List<Asked> reads() {
        return scene.contract().operations().values().stream()
                .filter(Operation::readsOnly)
                .flatMap(operation -> operation.callers().contains(CallerKind.SERVER)
                        ? paths(operation).stream().flatMap(path -> read(operation, path))
                        : Stream.of(readByOthers(operation)))
                .toList();
    }

    private Asked readByOthers(Operation operation) {
        return new Asked(
                operation,
                operation.route().path(),
                "",
                NotYetTest.ask(scene, operation).tried());
    }

    /** A request and its answer. */
    record Asked(Operation operation, String path, String query, Reply reply) {
        boolean served() {
            return reply.status() < 300;
        }

        @Override
        public String toString() {
            return operation.route().method() + " " + path + query;
        }
    }

    /** The user that requests name. */
    Doc person() {
        return person;
    }

    /** The answers to all requests. */
    List<Reply> answers() {
        return answers;
    }

    /** The operations that have created something. */
    Set<Operation> made() {
        return made;
    }

    /** An id of each kind of resource, except for those that every account has. */
    Set<String> things() {
        return ids.values().stream()
                .map(kind -> kind.iterator().next())
                .filter(id -> id.length() >= SHORTEST_OWN)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An id of the kind that a path parameter names, or a user's if none of that kind is known. */
    Optional<String> thing(Operation operation, Property parameter) {
        String path = operation.route().path();
        String collection = path.substring(0, path.indexOf("/{" + parameter.name() + "}"));
        Pattern known = Pattern.compile(collection.replaceAll("\\{[^}]+}", "[^/]+"));
        return ids.entrySet().stream()
                .filter(kind -> known.matcher(kind.getKey()).matches())
                .map(kind -> kind.getValue().iterator().next())
                .filter(id -> id.length() >= SHORTEST_OWN)
                .findFirst()
                .or(() -> known("/users").findFirst());
    }

    private void make(Operation operation) {
        for (String path : paths(operation)) {
            wished(operation, path).takeWhile(wish -> !made.contains(operation)).forEach(wish -> {
                Asked asked = wish.get();
                answers.add(asked.reply());
                if (asked.served()) {
                    made.add(operation);
                    learn(asked);
                }
            });
        }
    }

    /** The requests of an operation, in order. */
    private Stream<Supplier<Asked>> wished(Operation operation, String path) {
        Optional<Property> file = operation.body().stream()
                .flatMap(body -> body.schema().properties().stream())
                .filter(property -> property.schema().type() == Schema.Type.FILE)
                .findFirst();
        if (file.isEmpty()) {
            String query = wishes.queries(operation).getFirst();
            return wishes.bodies(operation).stream().map(wish -> () -> ask(operation, path, query, wish));
        }
        return Stream.of(() -> new Asked(
                operation,
                path,
                "",
                scene.send("POST", path)
                        .file(file.get().name(), "small.png", "image/png", SeedWorld.PICTURE)
                        .announcing(operation.events().toArray(String[]::new))
                        .tried()));
    }

    private Stream<Asked> read(Operation operation, String path) {
        return wishes.queries(operation).stream().map(query -> ask(operation, path, query, ""));
    }

    private Asked ask(Operation operation, String path, String query, String body) {
        return new Asked(operation, path, query, asking.ask(operation.route().method(), path + query, body));
    }

    private void learn(Asked asked) {
        if (asked.served() && asked.reply().header("Content-Type").startsWith("application/json")) {
            Doc answer = asked.reply().json();
            remember(asked.path(), answer);
            for (String name : answer.names()) {
                if (answer.get(name) instanceof List<?> items) {
                    items.stream().limit(OF_EACH_KIND).forEach(item -> remember(asked.path(), item));
                }
            }
        }
    }

    private void remember(String path, Object thing) {
        if (thing instanceof Doc doc
                && doc.mayHold("id")
                && doc.get("id") != null
                && !path.endsWith("/" + doc.get("id"))) {
            ids.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(String.valueOf(doc.get("id")));
        }
    }

    /** The operation's path with known ids in place of its parameters. */
    List<String> paths(Operation operation) {
        List<String> paths = List.of("");
        for (String segment : operation.route().segments()) {
            List<String> longer = new ArrayList<>();
            for (String path : paths) {
                values(operation, segment, path).forEach(value -> longer.add(path + "/" + PlainAsking.encoded(value)));
            }
            paths = longer;
        }
        return paths;
    }

    private Stream<String> values(Operation operation, String segment, String path) {
        if (!Route.isParameter(segment)) {
            return Stream.of(segment);
        }
        Property parameter = operation.path().stream()
                .filter(property -> segment.equals("{" + property.name() + "}"))
                .findFirst()
                .orElseThrow();
        if (parameter.schema().hasFormat("account")) {
            return Stream.concat(Stream.of("me"), known("/accounts"));
        }
        return parameter.schema().hasFormat("user")
                ? known("/users")
                : Stream.concat(known(path), Stream.of("1")).limit(OF_EACH_KIND);
    }

    private Stream<String> known(String path) {
        return ids.getOrDefault(path, Set.of()).stream().limit(1);
    }
}
