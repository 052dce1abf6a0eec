package io.greenroom.contract.read;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Feature;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Route;
import io.greenroom.contract.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a contract strictly: an unknown keyword or an undefined name is a {@link ContractFault}. */
public final class ContractReader {
    private static final Set<String> ERROR_FIELDS = Set.of("code", "message", "errors");

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Entry> files = new LinkedHashMap<>();
    private final Map<String, Failure> failures = new LinkedHashMap<>();
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final Map<String, Entry> sharedPath = new LinkedHashMap<>();
    private final Map<String, AccountPrefix> accountPrefixes = new LinkedHashMap<>();

    /** Defines names that the files may refer to without defining them. */
    private final Contract known;

    private ContractReader(Contract known) {
        this.known = known;
        failures.putAll(known.failures());
        features.putAll(known.features());
    }

    /** Reads the contract from all YAML files of a folder, and the control API's from its folder {@code control}. */
    public static Contract folder(Path folder) {
        Contract contract = read(trees(folder));
        Path control = folder.resolve("control");
        return Files.isDirectory(control) ? contract.with(control(trees(control), contract)) : contract;
    }

    public static Map<String, Object> trees(Path folder) {
        Map<String, Object> trees = new TreeMap<>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    trees.put(file.getFileName().toString(), Tree.yaml(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trees;
    }

    /** Reads a contract from its files by name, each as maps, lists, texts, numbers and booleans. */
    public static Contract read(Map<String, Object> trees) {
        return read(trees, new Contract(List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty()));
    }

    /**
     * Reads the contract of the control API's files.
     *
     * @param contract the public API's, whose schemas, failures and groups these files may refer to
     */
    static Contract control(Map<String, Object> trees, Contract contract) {
        Contract read = read(trees, contract);
        Map<String, Failure> own = new LinkedHashMap<>(read.failures());
        own.keySet().removeAll(contract.failures().keySet());
        return new Contract(
                read.groups(), read.operations(), read.schemas(), own, Map.of(), Map.of(), Optional.empty());
    }

    private static Contract read(Map<String, Object> trees, Contract known) {
        ContractReader reader = new ContractReader(known);
        trees.forEach((file, tree) -> reader.files.put(file, new Entry(file, tree, reader.faults)));
        Contract contract = reader.contract();
        if (!reader.faults.isEmpty()) {
            throw new ContractFault(reader.faults);
        }
        return contract;
    }

    private Contract contract() {
        Schemas schemas = definitions();
        Map<String, Property> paths = new LinkedHashMap<>();
        schemas.properties(sharedPath).forEach(property -> paths.put(property.name(), property));
        Map<String, Event> events = events(schemas);
        Map<String, Group> groups = new TreeMap<>();
        Map<String, Operation> operations = new LinkedHashMap<>();
        EventOrigin origin = known.operations().isEmpty() ? EventOrigin.OPERATION : EventOrigin.CONTROL;
        for (Entry file : files.values()) {
            file.get("source");
            file.optionalText("group").ifPresent(title -> {
                group(title, file).ifPresent(group -> groups.put(title, group));
                OperationReader reader = new OperationReader(title, file, schemas, features, events, origin, paths);
                file.entries("operations")
                        .forEach((id, entry) ->
                                once(operations, known.operations(), id, reader.operation(id, entry), entry));
            });
            file.done();
        }
        Map<String, Schema> named = schemas.all();
        schemas.checkInherited(settings(schemas));
        return new Contract(
                List.copyOf(groups.values()),
                operations,
                named,
                failures,
                features,
                events,
                accountPrefixes.values().stream().findFirst());
    }

    /** Reads what operations name: failures, schemas, parameters, features and the account prefix. */
    private Schemas definitions() {
        Map<String, Entry> written = new LinkedHashMap<>();
        for (Entry file : files.values()) {
            file.entries("failures").forEach((name, entry) -> once(failures, name, failure(name, entry), entry));
            file.entries("schemas").forEach((name, entry) -> once(written, known.schemas(), name, entry, entry));
            file.entries("path").forEach((name, entry) -> once(sharedPath, name, entry, entry));
        }
        files.values().forEach(file -> file.entries("failures").forEach(this::checkVariant));
        files.values().forEach(file -> file.entries("features")
                .forEach((name, entry) -> once(features, name, feature(name, entry), entry)));
        files.values().forEach(file -> file.entry("accountPrefix")
                .ifPresent(entry -> once(accountPrefixes, "accountPrefix", accountPrefix(entry), entry)));
        refuseSecondSettings();
        return new Schemas(written, failures, known.schemas());
    }

    private void refuseSecondSettings() {
        files.values().stream()
                .filter(file -> file.optionalText("settings").isPresent())
                .skip(1)
                .forEach(file -> file.fault("settings is defined twice"));
    }

    private Map<String, Event> events(Schemas schemas) {
        Map<String, Event> events = new LinkedHashMap<>(known.events());
        files.values().forEach(file -> {
            EventReader reader = new EventReader(file.optionalText("group").orElse(""), schemas);
            file.entries("events").forEach((name, entry) -> once(events, name, reader.event(name, entry), entry));
        });
        return events;
    }

    /** The schema of the settings that properties inherit. */
    private Optional<Schema> settings(Schemas schemas) {
        return files.values().stream()
                .filter(file -> file.has("settings"))
                .findFirst()
                .map(file -> schemas.named(file.text("settings"), file));
    }

    private AccountPrefix accountPrefix(Entry entry) {
        Route route = new Route("GET", entry.text("path"));
        String name = entry.text("failure");
        Failure failure = failures.get(name);
        if (failure == null) {
            entry.fault("there is no failure " + name);
            failure = new Failure(name, 500, 500, "");
        }
        AccountPrefix accountPrefix = new AccountPrefix(
                route.segments(),
                entry.text("scopes"),
                entry.optionalText("privilege").orElse(Operation.Privilege.NONE),
                failure);
        entry.done();
        return accountPrefix;
    }

    /** The group that a file describes; a file of the control API may omit it if the public API has the group. */
    private Optional<Group> group(String title, Entry file) {
        return file.optionalText("summary")
                .map(summary ->
                        new Group(title, summary, file.optionalText("fault").orElse(Group.FAULT)))
                .or(() -> known.groups().stream()
                        .filter(group -> group.title().equals(title))
                        .findFirst());
    }

    private static <T> void once(Map<String, T> named, String name, T value, Entry entry) {
        once(named, Map.of(), name, value, entry);
    }

    private static <T> void once(Map<String, T> named, Map<String, ?> known, String name, T value, Entry entry) {
        if (named.put(name, value) != null || known.containsKey(name)) {
            entry.fault("is defined twice");
        }
    }

    private Failure failure(String name, Entry entry) {
        Failure failure = new Failure(
                name,
                entry.number("status").orElse(400L).intValue(),
                entry.number("code").orElse(300L).intValue(),
                entry.text("message"),
                entry.entry("extra").map(ContractReader::extra).orElse(Map.of()),
                entry.flag("everywhere", false),
                entry.optionalText("for"));
        entry.get("source");
        entry.done();
        return failure;
    }

    private static Map<String, Object> extra(Entry entry) {
        Map<String, Object> extra = entry.values();
        extra.forEach((field, value) -> {
            if (ERROR_FIELDS.contains(field)) {
                entry.fault(field + " is a field of every failure");
            }
            if (!(value instanceof String || value instanceof Long || value instanceof Boolean)) {
                entry.fault(field + " must be a text, a whole number, true or false");
            }
        });
        return extra;
    }

    private void checkVariant(String name, Entry entry) {
        entry.optionalText("for").ifPresent(general -> {
            Failure known = failures.get(general);
            if (known == null) {
                entry.fault("there is no failure " + general);
            } else if (known.variantOf().isPresent()) {
                entry.fault(general + " is itself a variant of " + known.general());
            }
            if (entry.flag("everywhere", false)) {
                entry.fault(name + " is a variant, which only an operation can declare, not everywhere");
            }
        });
    }

    private Feature feature(String name, Entry entry) {
        Feature feature = new Feature(
                name,
                entry.text("title"),
                entry.text("failure"),
                entry.optionalText("plan").orElse(Feature.PLANS.getFirst()));
        if (!Feature.PLANS.contains(feature.plan())) {
            entry.fault("does not know the plan " + feature.plan());
        }
        if (!failures.containsKey(feature.failure())) {
            entry.fault("there is no failure " + feature.failure());
        }
        entry.done();
        return feature;
    }

    /** The enum constant for a word of the contract, such as RESOURCE_INTENSIVE for {@code resource-intensive}. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
        String name = word.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    static <E extends Enum<E>> Set<E> constants(Class<E> type, List<String> words, Entry entry) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String word : words) {
            constant(type, word).ifPresentOrElse(constants::add, () -> entry.fault("does not know " + word));
        }
        return constants;
    }

    static Duration minutes(Entry entry) {
        return Duration.ofMinutes(entry.number("minutes").orElse(1L));
    }
}
