package io.greenroom.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole API contract. Immutable; threads may share it.
 *
 * @param groups the API groups in the order of their files' names
 * @param operations every operation by its operationId
 * @param schemas every named schema
 * @param failures every declared failure by its name
 * @param features that can be enabled for an account, by name
 * @param events every declared event by its name
 * @param accountPrefix may precede every path
 * @param control the groups, operations, schemas and failures of the control API, without those of the public API
 */
public record Contract(
        List<Group> groups,
        Map<String, Operation> operations,
        Map<String, Schema> schemas,
        Map<String, Failure> failures,
        Map<String, Feature> features,
        Map<String, Event> events,
        Optional<AccountPrefix> accountPrefix,
        Optional<Contract> control) {

    /** A contract without a control API. */
    public Contract(
            List<Group> groups,
            Map<String, Operation> operations,
            Map<String, Schema> schemas,
            Map<String, Failure> failures,
            Map<String, Feature> features,
            Map<String, Event> events,
            Optional<AccountPrefix> accountPrefix) {
        this(groups, operations, schemas, failures, features, events, accountPrefix, Optional.empty());
    }

    /** The same contract with a control API. */
    public Contract with(Contract controlApi) {
        return new Contract(
                groups, operations, schemas, failures, features, events, accountPrefix, Optional.of(controlApi));
    }

    /** The contract of the control API with the schemas, failures and events of this one, which it may refer to. */
    public Contract controlApi() {
        Map<String, Schema> allSchemas = new LinkedHashMap<>(schemas);
        Map<String, Failure> allFailures = new LinkedHashMap<>(failures);
        control.ifPresent(own -> {
            allSchemas.putAll(own.schemas);
            allFailures.putAll(own.failures);
        });
        return new Contract(
                control.map(Contract::groups).orElse(List.of()),
                control.map(Contract::operations).orElse(Map.of()),
                allSchemas,
                allFailures,
                features,
                events,
                Optional.empty());
    }

    public Operation operation(String id) {
        return found(operations, id, "operation");
    }

    public Schema schema(String name) {
        return found(schemas, name, "schema");
    }

    public Failure failure(String name) {
        return found(failures, name, "failure");
    }

    public Event event(String name) {
        return found(events, name, "event");
    }

    /** The operations of one group, in the order of its file. */
    public List<Operation> operationsOf(Group group) {
        return operations.values().stream()
                .filter(operation -> operation.group().equals(group.title()))
                .toList();
    }

    /** The text of an invalid value's entry in {@code errors} of an operation. */
    public String fault(Operation operation) {
        return groups.stream()
                .filter(group -> group.title().equals(operation.group()))
                .map(Group::fault)
                .findFirst()
                .orElse(Group.FAULT);
    }

    /** Every scope of the operations, without duplicates. */
    public List<String> scopes() {
        return operations.values().stream()
                .flatMap(operation -> Stream.concat(
                        operation.scopes().stream(),
                        accountPrefix.stream().flatMap(way -> way.scopes(operation).stream())))
                .distinct()
                .toList();
    }

    private static <T> T found(Map<String, T> named, String name, String kind) {
        T value = named.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The contract has no " + kind + " " + name);
        }
        return value;
    }
}
