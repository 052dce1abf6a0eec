package io.greenroom.contract.pack;

import io.greenroom.contract.AccountPrefix;
import io.greenroom.contract.Body;
import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Feature;
import io.greenroom.contract.Group;
import io.greenroom.contract.Label;
import io.greenroom.contract.LogCategory;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Paging;
import io.greenroom.contract.Property;
import io.greenroom.contract.Quota;
import io.greenroom.contract.RangeLimits;
import io.greenroom.contract.Route;
import io.greenroom.contract.Schema;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Unpacks the contract that {@link ContractPacker} has packed. */
public final class ContractUnpacker {
    private final PackedReader in;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();

    private ContractUnpacker(PackedReader in) {
        this.in = in;
    }

    public static Contract unpack(byte[] packed) {
        return new ContractUnpacker(new PackedReader(packed)).contract();
    }

    private Contract contract() {
        Head head = head();
        Optional<Head> control = optional(this::head);
        list(this::part);
        Contract contract = contract(head);
        return control.map(this::contract).map(contract::with).orElse(contract);
    }

    /** The parts that the rest of a contract refers to. */
    private record Head(List<Failure> failures, List<Feature> features, List<Group> groups) {}

    private Head head() {
        List<Failure> own = list(() ->
                new Failure(in.text(), in.small(), in.small(), in.text(), in.fields(), in.flag(), in.optionalText()));
        failures.addAll(own);
        return new Head(own, list(this::feature), list(() -> new Group(in.text(), in.text(), in.text())));
    }

    private Contract contract(Head head) {
        List<Schema> named = list(() -> schemas.get(in.small()));
        List<Operation> operations = list(this::operation);
        List<Event> events = list(this::event);
        Optional<AccountPrefix> accountPrefix =
                optional(() -> new AccountPrefix(in.texts(), in.text(), in.text(), failure()));
        return new Contract(
                head.groups(),
                byName(operations, Operation::id),
                byName(named, schema -> schema.name().orElseThrow()),
                byName(head.failures(), Failure::name),
                byName(head.features(), Feature::name),
                byName(events, Event::name),
                accountPrefix);
    }

    private static <T> Map<String, T> byName(List<T> items, Function<T, String> name) {
        Map<String, T> named = LinkedHashMap.newLinkedHashMap(items.size());
        items.forEach(item -> named.put(name.apply(item), item));
        return named;
    }

    private <T> List<T> list(Supplier<T> item) {
        int size = in.small();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return items;
    }

    private <T> Optional<T> optional(Supplier<T> item) {
        return in.flag() ? Optional.of(item.get()) : Optional.empty();
    }

    private Feature feature() {
        return new Feature(in.text(), in.text(), in.text(), in.text());
    }

    private Failure failure() {
        return failures.get(in.small());
    }

    private @Nullable Failure nullableFailure() {
        int place = in.small();
        return place == PackedWriter.NONE ? null : failures.get(place);
    }

    /** Adds the next schema or property to those that others refer to by index. */
    private boolean part() {
        return in.flag() ? schemas.add(schema()) : properties.add(property());
    }

    private Schema schema() {
        Optional<String> name = in.optionalText();
        Schema.Type type = in.constant(Schema.Type.class);
        Schema.Limits limits =
                new Schema.Limits(in.nullableText(), in.optionalNumber(), in.optionalNumber(), pattern());
        List<Object> allowed = in.values();
        Object standard = in.value();
        int items = in.small();
        List<Property> fields = properties();
        return new Schema(
                name,
                type,
                limits,
                allowed,
                standard,
                items == PackedWriter.NONE ? null : schemas.get(items),
                byName(fields, Property::name),
                in.flag());
    }

    private @Nullable Pattern pattern() {
        String pattern = in.nullableText();
        return pattern == null ? null : Pattern.compile(pattern);
    }

    private Property property() {
        return new Property(
                in.text(),
                schemas.get(in.small()),
                in.text(),
                in.flag(),
                in.flag(),
                in.flag(),
                in.flag(),
                in.nullableText(),
                in.nullableText(),
                nullableFailure(),
                nullableFailure(),
                nullableFailure());
    }

    private List<Property> properties() {
        return list(() -> properties.get(in.small()));
    }

    private Operation operation() {
        return new Operation(
                in.text(),
                in.text(),
                in.text(),
                new Route(in.text(), in.text()),
                in.texts(),
                Optional.ofNullable(nullableFailure()),
                optional(() -> new Operation.Privilege(in.texts(), failure())),
                in.constant(Label.class),
                in.text(),
                optional(() -> new Operation.Need(feature(), failure())),
                constants(CallerKind.class),
                properties(),
                properties(),
                optional(() -> new Body(schemas.get(in.small()), constants(Body.Form.class), in.flag())),
                optional(this::range),
                optional(() -> new Paging(in.text(), in.flag(), in.flag(), in.small(), in.small())),
                returns(),
                list(this::failure),
                in.texts(),
                list(this::quota),
                in.constant(LogCategory.class),
                optional(() -> new Operation.Pending(Optional.ofNullable(nullableFailure()))),
                in.optionalText());
    }

    private Event event() {
        return new Event(
                in.text(), in.text(), in.text(), constants(EventOrigin.class), optional(() -> schemas.get(in.small())));
    }

    private RangeLimits range() {
        return new RangeLimits(
                in.flag(),
                Set.copyOf(in.texts()),
                Period.parse(in.text()),
                Period.parse(in.text()),
                in.flag(),
                in.optionalText().map(Period::parse).orElse(null),
                failure(),
                failure());
    }

    private <E extends Enum<E>> Set<E> constants(Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        constants.addAll(list(() -> in.constant(type)));
        return constants;
    }

    private Map<Integer, Optional<Schema>> returns() {
        int size = in.small();
        Map<Integer, Optional<Schema>> returns = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            int status = in.small();
            int schema = in.small();
            returns.put(status, schema == PackedWriter.NONE ? Optional.empty() : Optional.of(schemas.get(schema)));
        }
        return returns;
    }

    private Quota quota() {
        return new Quota(in.text(), in.small(), Duration.ofMillis(in.number()), in.text(), failure());
    }
}
