package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.contract.openapi.ResponseWriter;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.contract.read.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for the whole contract of the public API. */
class BundledContractTest {
    private static final Path SOURCES = Path.of("src/main/resources/contract");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z].{8,110}\\.");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> FORMATS = Set.of(
            "date-time",
            "date",
            "email",
            "uri",
            "own-url",
            "timezone",
            "password",
            "user",
            "account",
            "name",
            "any-case");

    private final Contract contract = PackedContract.bundled();
    private final List<String> faults = new ArrayList<>();

    @Test
    void equalsItsSources() {
        assertThat(OpenApiWriter.tree(contract, "http://localhost"))
                .isEqualTo(OpenApiWriter.tree(ContractReader.folder(SOURCES), "http://localhost"));
        assertThat(OpenApiWriter.tree(contract.control().orElseThrow(), "http://localhost"))
                .isEqualTo(OpenApiWriter.tree(
                        ContractReader.folder(SOURCES).control().orElseThrow(), "http://localhost"));
    }

    @Test
    void hasGroupsThatAreDescribed() {
        Set<String> titles = new HashSet<>();
        contract.groups().forEach(group -> {
            titles.add(group.title());
            check(SENTENCE.matcher(group.summary()).matches(), group.title() + ": " + group.summary());
        });
        forEachOperation(operation -> check(
                titles.contains(operation.group()),
                operation.id() + " is of no group with a summary: " + operation.group()));
        none();
    }

    @Test
    void namesTheFieldInTheFaultsOfSomeGroups() {
        assertThat(contract.groups())
                .filteredOn(group -> group.fault().equals("Invalid parameter: {field}."))
                .extracting(Group::title)
                .containsExactlyInAnyOrder(
                        "Chat Channels",
                        "Chat Channels (Account-level)",
                        "Chat Messages",
                        "Chatbot Messages",
                        "IM Chat",
                        "SIP Connected Audio",
                        "TSP");
        assertThat(contract.fault(contract.operation("userCreate"))).isEqualTo("Invalid field.");
        for (String schema : List.of("MeetingCreation", "MeetingChange", "WebinarCreation", "WebinarChange")) {
            assertThat(contract.schema(schema)
                            .property("settings")
                            .orElseThrow()
                            .fault())
                    .isEqualTo("Invalid parameter: {field}.");
        }
    }

    @Test
    void summarisesEachOperationInASentence() {
        forEachOperation(operation ->
                check(SENTENCE.matcher(operation.summary()).matches(), operation.id() + ": " + operation.summary()));
        none();
    }

    @Test
    void summarisesEachEventInASentence() {
        contract.events()
                .values()
                .forEach(event ->
                        check(SENTENCE.matcher(event.summary()).matches(), event.name() + ": " + event.summary()));
        none();
    }

    @Test
    void givesEachRouteToOneOperation() {
        Set<String> routes = new HashSet<>();
        forEachOperation(operation -> check(
                routes.add(operation.route().toString().replaceAll("\\{[^}]*}", "{}")),
                operation.id() + " shares " + operation.route()));
        none();
    }

    @Test
    void limitsEachTextAndEachList() {
        Places.of(contract).forEach((place, schema) -> {
            Schema.Limits limits = schema.limits();
            boolean limited = limits.max() != null || !schema.allowed().isEmpty();
            switch (schema.type()) {
                case STRING, FILE -> check(limited || limits.format() != null, place + " may be of any length");
                case ARRAY -> check(limits.max() != null, place + " may have any number of items");
                case INTEGER, NUMBER, BOOLEAN, OBJECT -> {}
            }
        });
        none();
    }

    /** A format of values, or one of ids in paths, which must have a failure for missing resources. */
    @Test
    void knowsEachFormat() {
        Places.of(contract).forEach((place, schema) -> {
            String format = schema.limits().format();
            boolean known = format == null
                    || FORMATS.contains(format)
                    || contract.failures().containsKey(format + "-missing");
            check(known, place + " has the format " + format);
        });
        none();
    }

    @Test
    void hasDefaultsThatFit() {
        Places.of(contract).forEach((place, schema) -> {
            if (schema.standard() != null) {
                faults.addAll(Fit.faults(place, schema, schema.standard()));
            }
        });
        none();
    }

    @Test
    void allowsOnlyValuesThatFit() {
        Places.of(contract).forEach((place, schema) -> {
            check(new HashSet<>(schema.allowed()).size() == schema.allowed().size(), place + " allows a value twice");
            schema.allowed().forEach(value -> faults.addAll(Fit.faults(place, schema, value)));
        });
        none();
    }

    @Test
    void answersPageTokensBesideTheLists() {
        forEachOperation(operation -> operation.paging().ifPresent(paging -> {
            String envelope = paging.envelope().isEmpty() ? "" : paging.envelope() + ".";
            check(
                    !paging.byToken()
                            || operation
                                    .answer()
                                    .flatMap(answer -> answer.at(envelope + "next_page_token"))
                                    .isPresent(),
                    operation.id() + " answers no next_page_token");
        }));
        none();
    }

    @Test
    void declaresFailuresWithValidStatusAndMessage() {
        contract.failures().values().forEach(failure -> {
            check(failure.status() >= 400 && failure.status() < 600, failure.name() + ": " + failure.status());
            check(failure.code() > 0, failure.name() + ": " + failure.code());
            check(
                    !failure.message().isBlank() && !failure.message().contains("$"),
                    failure.name() + ": " + failure.message());
            check(failure.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), failure.name() + " is not kebab-case");
            check(
                    PLACEHOLDER.matcher(failure.message()).results().allMatch(hit -> hit.group(1)
                            .matches("\\w+")),
                    failure.name() + ": " + failure.message());
        });
        none();
    }

    @Test
    void declaresNoFailureThatNothingAnswers() {
        Set<Failure> answered = new HashSet<>();
        forEachOperation(operation -> answered.addAll(ResponseWriter.failuresOf(operation)));
        contract.features().values().forEach(feature -> answered.add(contract.failure(feature.failure())));
        contract.failures().values().stream()
                .filter(failure -> !failure.everywhere())
                .forEach(failure -> check(answered.contains(failure), failure.name() + " is never answered"));
        none();
    }

    @Test
    void listsEachFailureWithTheOperationThatMayAnswerIt() {
        forEachOperation(operation -> {
            check(
                    new HashSet<>(operation.failures()).size()
                            == operation.failures().size(),
                    operation.id() + " lists a failure twice");
            ResponseWriter.failuresOf(operation)
                    .forEach(failure ->
                            check(operation.declares(failure), operation.id() + " does not list " + failure.name()));
        });
        none();
    }

    @Test
    void countsQuotasByParametersOfTheRequest() {
        forEachOperation(operation -> operation.quotas().forEach(quota -> {
            check(quota.limit() > 0, operation.id() + " has a quota of " + quota.limit());
            check(
                    Stream.of(quota.by().split("\\+")).allMatch(by -> counted(operation, by)),
                    operation.id() + " counts by " + quota.by());
        }));
        none();
    }

    private static boolean counted(Operation operation, String by) {
        String name = by.substring(by.indexOf('.') + 1);
        return by.equals("account")
                || (by.startsWith("path.")
                        && operation.path().stream()
                                .anyMatch(property -> property.name().equals(name)))
                || (by.startsWith("body.")
                        && operation
                                .body()
                                .flatMap(body -> body.schema().property(name))
                                .isPresent());
    }

    @Test
    void composesLocationsFromParametersAndAnswer() {
        forEachOperation(operation -> operation.location().ifPresent(location -> {
            Set<String> known = new HashSet<>();
            operation.path().forEach(property -> known.add(property.name()));
            operation.answer().ifPresent(answer -> answer.properties().forEach(property -> known.add(property.name())));
            PLACEHOLDER
                    .matcher(location)
                    .results()
                    .forEach(hit ->
                            check(known.contains(hit.group(1)), operation.id() + " does not know " + hit.group(1)));
        }));
        none();
    }

    @Test
    void sendsNothingPrivate() {
        forEachOperation(operation -> operation
                .answer()
                .ifPresent(answer -> check(
                        answer.properties().stream().noneMatch(Property::confidential),
                        operation.id() + " tells secrets")));
        none();
    }

    @Test
    void namesStoredSchemasRecordAndEventSchemasEvent() {
        Set<Schema> used = new HashSet<>();
        forEachOperation(operation -> {
            Places.parameters(operation).forEach(property -> reach(property.schema(), used));
            operation.body().ifPresent(body -> reach(body.schema(), used));
            operation.returns().values().forEach(answer -> answer.ifPresent(schema -> reach(schema, used)));
        });
        Set<Schema> announced = new HashSet<>();
        contract.events().values().forEach(event -> event.message().ifPresent(message -> reach(message, announced)));
        Set<String> kernel = kernelSchemas();
        contract.schemas().forEach((name, schema) -> {
            if (name.endsWith("Record") || kernel.contains(name)) {
                check(!used.contains(schema), name + " is kept, but an operation sends it");
                reach(schema, used);
            } else if (name.endsWith("Event")) {
                check(!used.contains(schema), name + " is an event's, but an operation sends it");
                check(announced.contains(schema), name + " is used by no event");
            }
        });
        used.addAll(announced);
        contract.schemas()
                .forEach((name, schema) ->
                        check(used.contains(schema) || isParent(schema), name + " is used by nothing"));
        none();
    }

    /** Whether some schema has all its fields: parents are merged into their children, so nothing refers to them. */
    private boolean isParent(Schema schema) {
        return schema.type() == Schema.Type.OBJECT
                && contract.schemas().values().stream()
                        .anyMatch(child -> child != schema && child.properties().containsAll(schema.properties()));
    }

    private static void reach(Schema schema, Set<Schema> reached) {
        if (reached.add(schema)) {
            if (schema.type() == Schema.Type.ARRAY) {
                reach(schema.items(), reached);
            }
            schema.properties().forEach(property -> reach(property.schema(), reached));
        }
    }

    private static Set<String> kernelSchemas() {
        Set<String> names = new TreeSet<>();
        for (String kept : List.of("kernel.yaml", "webhooks.yaml")) {
            if (ContractReader.trees(SOURCES).get(kept) instanceof Map<?, ?> file
                    && file.get("schemas") instanceof Map<?, ?> schemas) {
                schemas.keySet().forEach(name -> names.add(name.toString()));
            }
        }
        return names;
    }

    @Test
    void namesThePrivilegeOfEachGroup() {
        Set<String> areas = new TreeSet<>(Set.of("none"));
        contract.schema("Permission")
                .allowed()
                .forEach(name -> areas.add(name.toString().replaceFirst(":.*", "")));
        ContractReader.trees(SOURCES).forEach((file, tree) -> {
            if (tree instanceof Map<?, ?> words && words.containsKey("operations")) {
                check(
                        areas.contains(String.valueOf(words.get("privilege"))),
                        file + " has at its head the privilege " + words.get("privilege") + ", but there are " + areas);
            }
        });
        Set<Object> permissions = new HashSet<>(contract.schema("Permission").allowed());
        forEachOperation(operation -> operation
                .privilege()
                .ifPresent(privilege -> check(
                        privilege.names().stream().anyMatch(permissions::contains),
                        operation.id() + " needs " + privilege.names())));
        none();
    }

    @Test
    void keepsFilesShortAndNarrow() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                List<String> lines = Files.readAllLines(file);
                check(lines.size() <= 600, file + " has " + lines.size() + " lines");
                lines.forEach(line -> check(line.length() <= 120, file + ": " + line));
            }
        }
        none();
    }

    private void forEachOperation(Consumer<Operation> check) {
        contract.operations().values().forEach(check);
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private void none() {
        assertThat(faults).isEmpty();
    }
}
