package io.greenroom.contract.pack;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Feature;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Paging;
import io.greenroom.contract.Property;
import io.greenroom.contract.Quota;
import io.greenroom.contract.RangeLimits;
import io.greenroom.contract.Schema;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Packs a checked contract for {@link ContractUnpacker}, so that the server parses no YAML at start. Equal schemas and
 * properties are packed once.
 */
final class ContractPacker {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<ByteBuffer, Integer> packedSchemas = new HashMap<>();
    private final Map<ByteBuffer, Integer> packedProperties = new HashMap<>();
    private final PackedWriter table = new PackedWriter(texts);
    private final Map<Schema, Integer> schemas = new HashMap<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();

    private ContractPacker() {}

    static byte[] pack(Contract contract) {
        return new ContractPacker().packed(contract);
    }

    private byte[] packed(Contract contract) {
        PackedWriter head = new PackedWriter(texts);
        PackedWriter rest = new PackedWriter(texts);
        head(head, contract);
        optional(head, contract.control(), control -> head(head, control));
        rest(rest, contract);
        contract.control().ifPresent(control -> rest(rest, control));
        PackedWriter all = new PackedWriter(texts);
        all.raw(PackedWriter.table(texts));
        all.raw(head.bytes());
        all.small(packedSchemas.size() + packedProperties.size());
        all.raw(table.bytes());
        all.raw(rest.bytes());
        return all.bytes();
    }

    /** Writes the parts that the rest of the contract refers to. */
    private void head(PackedWriter head, Contract contract) {
        each(head, contract.failures().values(), failure -> failure(head, failure));
        each(head, contract.features().values(), feature -> feature(head, feature));
        each(head, contract.groups(), group -> {
            head.text(group.title());
            head.text(group.summary());
            head.text(group.fault());
        });
    }

    private void rest(PackedWriter rest, Contract contract) {
        each(rest, contract.schemas().values(), schema -> rest.small(schema(schema)));
        each(rest, contract.operations().values(), operation -> operation(rest, operation));
        each(rest, contract.events().values(), event -> event(rest, event));
        optional(rest, contract.accountPrefix(), accountPrefix -> {
            rest.texts(accountPrefix.segments());
            rest.text(accountPrefix.level());
            rest.text(accountPrefix.area());
            failure(rest, Optional.of(accountPrefix.failure()));
        });
    }

    private static <T> void each(PackedWriter out, Collection<T> items, Consumer<T> write) {
        out.small(items.size());
        items.forEach(write);
    }

    private static <T> void optional(PackedWriter out, Optional<T> item, Consumer<T> write) {
        out.flag(item.isPresent());
        item.ifPresent(write);
    }

    private void failure(PackedWriter out, Failure failure) {
        failures.put(failure.name(), failures.size());
        out.text(failure.name());
        out.small(failure.status());
        out.small(failure.code());
        out.text(failure.message());
        out.fields(failure.extra());
        out.flag(failure.everywhere());
        out.text(failure.variantOf().orElse(null));
    }

    private void failure(PackedWriter out, Optional<Failure> failure) {
        out.small(failure.map(known -> failures.getOrDefault(known.name(), PackedWriter.NONE))
                .orElse(PackedWriter.NONE));
    }

    private static void feature(PackedWriter out, Feature feature) {
        out.text(feature.name());
        out.text(feature.title());
        out.text(feature.failure());
        out.text(feature.plan());
    }

    /** The index of a part among those of its kind; adds it unless an equal one is there. */
    private int place(Map<ByteBuffer, Integer> parts, PackedWriter part) {
        return parts.computeIfAbsent(ByteBuffer.wrap(part.bytes()), added -> {
            table.raw(part.bytes());
            return parts.size();
        });
    }

    private int schema(Schema schema) {
        Integer known = schemas.get(schema);
        if (known != null) {
            return known;
        }
        PackedWriter out = new PackedWriter(texts);
        out.flag(true);
        out.text(schema.name().orElse(null));
        out.constant(schema.type());
        out.text(schema.limits().format());
        out.optionalNumber(schema.limits().min());
        out.optionalNumber(schema.limits().max());
        out.text(pattern(schema));
        out.values(schema.allowed());
        out.value(schema.standard());
        out.small(schema.type() == Schema.Type.ARRAY ? schema(schema.items()) : PackedWriter.NONE);
        each(out, schema.properties(), property -> out.small(property(property)));
        out.flag(schema.open());
        int place = place(packedSchemas, out);
        schemas.put(schema, place);
        return place;
    }

    private static @Nullable String pattern(Schema schema) {
        return schema.limits().pattern() == null
                ? null
                : schema.limits().pattern().pattern();
    }

    private int property(Property property) {
        PackedWriter out = new PackedWriter(texts);
        out.flag(false);
        out.text(property.name());
        out.small(schema(property.schema()));
        out.text(property.description());
        out.flag(property.required());
        out.flag(property.confidential());
        out.flag(property.readOnly());
        out.flag(property.lenient());
        out.text(property.inherits());
        out.text(property.fault());
        failure(out, Optional.ofNullable(property.missing()));
        failure(out, Optional.ofNullable(property.invalid()));
        failure(out, Optional.ofNullable(property.oversized()));
        return place(packedProperties, out);
    }

    private void operation(PackedWriter out, Operation operation) {
        out.text(operation.id());
        out.text(operation.group());
        out.text(operation.summary());
        out.text(operation.route().method());
        out.text(operation.route().path());
        out.texts(operation.scopes());
        failure(out, operation.unscoped());
        optional(out, operation.privilege(), privilege -> {
            out.texts(privilege.names());
            failure(out, Optional.of(privilege.failure()));
        });
        out.constant(operation.label());
        out.text(operation.limits());
        optional(out, operation.needs(), need -> {
            feature(out, need.feature());
            failure(out, Optional.of(need.failure()));
        });
        each(out, operation.callers(), out::constant);
        properties(out, operation.path());
        properties(out, operation.query());
        optional(out, operation.body(), body -> {
            out.small(schema(body.schema()));
            each(out, body.forms(), out::constant);
            out.flag(body.required());
        });
        optional(out, operation.range(), range -> range(out, range));
        optional(out, operation.paging(), paging -> paging(out, paging));
        each(out, operation.returns().entrySet(), answer -> {
            out.small(answer.getKey());
            out.small(answer.getValue().map(this::schema).orElse(PackedWriter.NONE));
        });
        each(out, operation.failures(), failure -> failure(out, Optional.of(failure)));
        out.texts(operation.events());
        each(out, operation.quotas(), quota -> quota(out, quota));
        out.constant(operation.log());
        optional(out, operation.pending(), pending -> failure(out, pending.failure()));
        out.text(operation.location().orElse(null));
    }

    private void event(PackedWriter out, Event event) {
        out.text(event.name());
        out.text(event.group());
        out.text(event.summary());
        each(out, event.origins(), out::constant);
        optional(out, event.message(), message -> out.small(schema(message)));
    }

    private void properties(PackedWriter out, List<Property> properties) {
        each(out, properties, property -> out.small(property(property)));
    }

    private void range(PackedWriter out, RangeLimits range) {
        out.flag(range.times());
        out.texts(range.required().stream().sorted().toList());
        out.text(range.standard().toString());
        out.text(range.longest().toString());
        out.flag(range.cut());
        out.text(range.back() == null ? null : range.back().toString());
        failure(out, Optional.of(range.failure()));
        failure(out, Optional.of(range.tooOld()));
    }

    private static void paging(PackedWriter out, Paging paging) {
        out.text(paging.items());
        out.flag(paging.byToken());
        out.flag(paging.byNumber());
        out.small(paging.size());
        out.small(paging.max());
    }

    private void quota(PackedWriter out, Quota quota) {
        out.text(quota.name());
        out.small(quota.limit());
        out.number(quota.window().toMillis());
        out.text(quota.by());
        failure(out, Optional.of(quota.failure()));
    }
}
