package io.greenroom.contract.read;

import io.greenroom.contract.Body;
import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Feature;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the operations of one group's file. */
public final class OperationReader {
    private static final Set<CallerKind> ORDINARY = EnumSet.complementOf(EnumSet.of(CallerKind.CHATBOT));

    private static final String FORBIDDEN = "no-permission";

    private final String group;
    private final String limits;
    private final String privilege;
    private final LogCategory log;
    private final Schemas schemas;
    private final RangeReader ranges;
    private final Map<String, Feature> features;
    private final Map<String, Event> events;
    private final EventOrigin origin;
    private final Map<String, Property> sharedPath;

    OperationReader(
            String group,
            Entry file,
            Schemas schemas,
            Map<String, Feature> features,
            Map<String, Event> events,
            EventOrigin origin,
            Map<String, Property> sharedPath) {
        this.group = group;
        this.log = file.optionalText("log").map(word -> category(word, file)).orElse(LogCategory.ACCOUNT);
        this.limits = file.optionalText("limits").orElse("standard");
        this.privilege = file.optionalText("privilege").orElse(Operation.Privilege.NONE);
        this.schemas = schemas;
        this.ranges = new RangeReader(schemas);
        this.features = features;
        this.events = events;
        this.origin = origin;
        this.sharedPath = sharedPath;
    }

    Operation operation(String id, Entry entry) {
        Route route = route(entry);
        Optional<RangeLimits> range = entry.entry("range").map(ranges::limits);
        Optional<Paging> paging = entry.entry("paging").map(OperationReader::paging);
        Operation operation = new Operation(
                id,
                group,
                entry.text("summary"),
                route,
                entry.texts("scopes"),
                unscoped(entry),
                privilege(route, entry),
                label(entry),
                limits,
                need(entry),
                callers(entry),
                path(route, entry),
                query(entry, range),
                entry.entry("body").map(this::body),
                range,
                paging,
                returns(entry),
                failures(entry),
                events(entry),
                quotas(entry),
                entry.optionalText("log").map(word -> category(word, entry)).orElse(log),
                pending(entry),
                entry.optionalText("location"));
        checkList(operation, entry);
        entry.get("source");
        entry.done();
        return operation;
    }

    private Optional<Operation.Pending> pending(Entry entry) {
        return entry.optionalText("pending").map(word -> {
            if (word.equals(Operation.Pending.IGNORE)) {
                return new Operation.Pending(Optional.empty());
            }
            Failure failure = schemas.failure(word, entry);
            if (!entry.texts("failures").contains(word)) {
                entry.fault("does not declare " + word);
            }
            return new Operation.Pending(Optional.of(failure));
        });
    }

    /** Checks that the items of a paged or bare list are objects. */
    private static void checkList(Operation operation, Entry entry) {
        Optional<Schema> answer = operation.answer();
        Optional<Schema> list = operation.paging().isPresent()
                ? operation.paging().flatMap(paging -> answer.flatMap(schema -> schema.at(paging.items())))
                : answer.filter(schema -> operation.answersBareList());
        boolean expected = operation.paging().isPresent() || operation.answersBareList();
        if (expected && list.filter(OperationReader::holdsObjects).isEmpty()) {
            entry.fault("answers no list of objects");
        }
    }

    private static boolean holdsObjects(Schema list) {
        return list.type() == Schema.Type.ARRAY && list.items().type() == Schema.Type.OBJECT;
    }

    private List<Property> query(Entry entry, Optional<RangeLimits> range) {
        Map<String, Entry> written = entry.entries("query");
        List<Property> query = new ArrayList<>(schemas.properties(written));
        for (Property parameter : range.map(RangeLimits::parameters).orElse(List.of())) {
            if (written.containsKey(parameter.name())) {
                entry.fault("has the parameter " + parameter.name() + " in its range already");
            }
            query.add(parameter);
        }
        return query;
    }

    private static Route route(Entry entry) {
        String[] words = entry.text("route").split(" ");
        if (words.length != 2 || !words[1].startsWith("/")) {
            entry.fault("route must be a method and a path");
            return new Route("GET", "/");
        }
        return new Route(words[0], words[1]);
    }

    private Optional<Failure> unscoped(Entry entry) {
        return entry.optionalText("unscoped").map(name -> schemas.failure(name, entry));
    }

    private Optional<Operation.Privilege> privilege(Route route, Entry entry) {
        if (entry.get("privilege") instanceof Map<?, ?>) {
            return entry.entry("privilege").flatMap(own -> {
                String area = own.optionalText("area").orElse(privilege);
                Failure failure = schemas.failure(own.text("failure"), own);
                own.done();
                return privilege(area, route, entry, () -> failure);
            });
        }
        String area = entry.optionalText("privilege").orElse(privilege);
        return privilege(area, route, entry, () -> schemas.failure(FORBIDDEN, entry));
    }

    /** Reads the privilege; an operation whose scopes are open to every user needs none. */
    private static Optional<Operation.Privilege> privilege(
            String area, Route route, Entry entry, Supplier<Failure> failure) {
        return Optional.of(area)
                .filter(known -> !known.equals(Operation.Privilege.NONE))
                .filter(known -> entry.texts("scopes").stream().anyMatch(Operation::isAdministrators))
                .map(known -> new Operation.Privilege(Operation.Privilege.names(known, route), failure.get()));
    }

    private static LogCategory category(String word, Entry entry) {
        return ContractReader.constant(LogCategory.class, word).orElseGet(() -> {
            entry.fault("does not know the category " + word);
            return LogCategory.ACCOUNT;
        });
    }

    private static Label label(Entry entry) {
        String word = entry.optionalText("label").orElse("medium");
        return ContractReader.constant(Label.class, word).orElseGet(() -> {
            entry.fault("does not know the label " + word);
            return Label.MEDIUM;
        });
    }

    private Optional<Operation.Need> need(Entry entry) {
        if (entry.get("needs") instanceof Map<?, ?>) {
            return entry.entry("needs").flatMap(need -> {
                String failure = need.text("failure");
                Optional<Feature> feature = feature(need.text("feature"), need);
                need.done();
                return feature.map(known -> new Operation.Need(known, schemas.failure(failure, need)));
            });
        }
        return entry.optionalText("needs")
                .flatMap(name -> feature(name, entry))
                .map(feature -> new Operation.Need(feature, schemas.failure(feature.failure(), entry)));
    }

    private Optional<Feature> feature(String name, Entry entry) {
        Feature feature = features.get(name);
        if (feature == null) {
            entry.fault("there is no feature " + name);
        }
        return Optional.ofNullable(feature);
    }

    private static Set<CallerKind> callers(Entry entry) {
        return entry.has("callers")
                ? ContractReader.constants(CallerKind.class, entry.texts("callers"), entry)
                : ORDINARY;
    }

    private List<Property> path(Route route, Entry entry) {
        Map<String, Property> own = new LinkedHashMap<>();
        schemas.properties(entry.entries("path")).forEach(property -> own.put(property.name(), property));
        List<Property> path = new ArrayList<>();
        for (String segment : route.segments()) {
            if (Route.isParameter(segment)) {
                String name = segment.substring(1, segment.length() - 1);
                Property property = own.getOrDefault(name, sharedPath.get(name));
                if (property == null) {
                    entry.fault("nothing describes the path's " + name);
                } else {
                    path.add(property);
                }
            }
        }
        return path;
    }

    private Body body(Entry entry) {
        Schema schema = schemas.named(entry.text("schema"), entry);
        List<String> forms = entry.has("as") ? entry.texts("as") : List.of("json");
        Body body =
                new Body(schema, ContractReader.constants(Body.Form.class, forms, entry), entry.flag("required", true));
        entry.done();
        return body;
    }

    private static Paging paging(Entry entry) {
        List<String> by = entry.has("by") ? entry.texts("by") : List.of("token");
        Paging paging = new Paging(
                entry.text("items"),
                by.contains("token"),
                by.contains("number"),
                entry.number("size").orElse(30L).intValue(),
                entry.number("max").orElse(300L).intValue());
        entry.done();
        return paging;
    }

    private Map<Integer, Optional<Schema>> returns(Entry entry) {
        Map<Integer, Optional<Schema>> returns = new LinkedHashMap<>();
        Entry answers = entry.entry("returns").orElseGet(() -> new Entry(entry.place(), null, new ArrayList<>()));
        for (String status : answers.words()) {
            String schema = answers.text(status);
            returns.put(
                    Integer.valueOf(status),
                    schema.equals("nothing") ? Optional.empty() : Optional.of(schemas.named(schema, answers)));
        }
        if (returns.isEmpty()) {
            entry.fault("lacks returns");
            returns.put(500, Optional.empty());
        }
        return returns;
    }

    private List<Failure> failures(Entry entry) {
        Map<String, Failure> byGeneral = new LinkedHashMap<>();
        for (String name : entry.texts("failures")) {
            Failure failure = schemas.failure(name, entry);
            Failure other = byGeneral.put(failure.general(), failure);
            if (other != null) {
                entry.fault("declares both " + other.name() + " and " + name + " for " + failure.general());
            }
        }
        return List.copyOf(byGeneral.values());
    }

    private List<String> events(Entry entry) {
        List<String> names = entry.texts("events");
        for (String name : names) {
            Event event = events.get(name);
            if (event == null) {
                entry.fault("there is no event " + name);
            } else if (!event.origins().contains(origin)) {
                entry.fault("the origin of " + name + " is no " + origin.word());
            }
        }
        return names;
    }

    private List<Quota> quotas(Entry entry) {
        List<Quota> quotas = new ArrayList<>();
        entry.entry("daily").ifPresent(daily -> quotas.add(quota(entry, daily, Duration.ofDays(1))));
        entry.entry("paced").ifPresent(paced -> quotas.add(quota(entry, paced, ContractReader.minutes(paced))));
        return quotas;
    }

    private Quota quota(Entry operation, Entry entry, Duration window) {
        String place = operation.place();
        Quota quota = new Quota(
                entry.optionalText("name").orElse(place.substring(place.lastIndexOf('.') + 1)),
                entry.number("limit").orElse(0L).intValue(),
                window,
                entry.text("by"),
                schemas.failure(entry.text("failure"), entry));
        entry.done();
        return quota;
    }
}
