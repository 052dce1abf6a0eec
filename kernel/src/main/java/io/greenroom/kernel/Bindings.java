package io.greenroom.kernel;

import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Binds operations to handlers, and facts and due times to listeners. Filled at start by one thread, then only read.
 */
public final class Bindings {
    /** Path formats that the road resolves itself, before a unit begins. */
    private static final Set<String> OWN_FORMATS = Set.of("user", "account");

    private final Contract contract;
    private final Map<String, Operation> promised = new LinkedHashMap<>();
    private final Map<EventOrigin, Operation> internal = new EnumMap<>(EventOrigin.class);
    private final Facts facts = new Facts();
    private final Map<String, Function<Call, Object>> handlers = new HashMap<>();
    private final Map<String, Function<Call, Supplier<Object>>> preparations = new HashMap<>();
    private final Map<String, BiConsumer<Call, String>> dues = new HashMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, BiFunction<Call, String, Optional<Doc>>> resolvers = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Map<String, Function<PlaceScope, Handler>> places = new HashMap<>();
    private final Map<Class<?>, Object> answers = new HashMap<>();
    private final Set<Class<?>> asked = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    public Bindings(Contract contract) {
        this.contract = contract;
        promised.putAll(contract.operations());
        promised.putAll(contract.controlApi().operations());
        for (EventOrigin origin : EventOrigin.values()) {
            internal.put(origin, InternalCalls.operation(contract, origin));
        }
        due(Media.FORGET, (call, name) -> call.media().forget(name));
    }

    /** Replaces the operation in calls without a request. */
    Operation internal(EventOrigin origin) {
        return Objects.requireNonNull(internal.get(origin));
    }

    /** Adds the bindings of a group. */
    public void add(ApiGroup group) {
        facts.of(group.getClass().getSimpleName());
        group.bind(this);
    }

    /** The result of an operation without a response body. */
    public static final Object DONE = new Object();

    /** Binds an operation that returns one object. */
    public void doc(String operationId, Function<Call, Doc> handler) {
        bind(operationId, Shape.ONE, handler::apply);
    }

    /** Binds an operation that returns a list. */
    public void page(String operationId, Function<Call, Page> handler) {
        bind(operationId, Shape.LIST, handler::apply);
    }

    /** Binds an operation that returns no body. */
    public void done(String operationId, Consumer<Call> handler) {
        bind(operationId, Shape.NOTHING, call -> {
            handler.accept(call);
            return DONE;
        });
    }

    /** Binds an operation that returns a file. */
    public void file(String operationId, Function<Call, Answer> handler) {
        bind(operationId, Shape.FILE, handler::apply);
    }

    /** The kinds of results that the contract can declare. */
    private enum Shape {
        ONE,
        LIST,
        FILE,
        NOTHING;

        /**
         * Whether an operation returns this kind of result. An object may contain lists unless the road pages one of
         * them.
         */
        boolean fits(Operation operation) {
            Optional<Schema> json = operation.answer().filter(answer -> answer.type() != Schema.Type.FILE);
            return switch (this) {
                case ONE -> json.isPresent() && operation.paging().isEmpty() && !operation.answersBareList();
                case LIST -> json.filter(answer -> hasList(answer, operation)).isPresent();
                case FILE -> operation.answer().isPresent() && json.isEmpty();
                case NOTHING -> operation.answer().isEmpty();
            };
        }

        /**
         * Whether the response has the paged list, or any list if none is paged. The contract reader has checked that a
         * paged list exists.
         */
        private static boolean hasList(Schema answer, Operation operation) {
            return operation.paging().isPresent()
                    || operation.answersBareList()
                    || answer.properties().stream()
                            .anyMatch(property -> property.schema().type() == Schema.Type.ARRAY);
        }
    }

    private void bind(String operationId, Shape shape, Function<Call, Object> handler) {
        Operation operation = promised.get(operationId);
        if (operation == null) {
            faults.add(operationId + " is bound but not in the contract");
        } else if (!shape.fits(operation)) {
            faults.add(operationId + " is bound in another shape than the contract promises");
        }
        if (handlers.put(operationId, handler) != null) {
            faults.add(operationId + " is bound twice");
        }
    }

    /**
     * Binds slow work, such as hashing or moving files, that runs before the unit of the request. The preparation reads
     * a snapshot and may refuse; the supplier that it returns runs on the request's thread, outside any unit. The
     * handler gets the result from {@link Call#prepared}.
     */
    public void before(String operationId, Function<Call, Supplier<Object>> preparation) {
        preparations.put(operationId, preparation);
    }

    /** Declares the facts that the group publishes. */
    @SafeVarargs
    public final void publishes(Class<? extends Fact>... published) {
        facts.publishes(published);
    }

    /** Listens to a fact of this or another group, in the same unit; a refusal rolls back the whole unit. */
    public <F extends Fact> void fact(Class<F> fact, BiConsumer<Call, F> listener) {
        facts.listen(fact, listener);
    }

    /** The declared facts, with the groups that publish them and the groups that listen. */
    public Facts facts() {
        return facts;
    }

    /** Binds the listener of a kind of due time. It gets a call of the account's owner, and the subject. */
    public void due(String kind, BiConsumer<Call, String> listener) {
        if (dues.put(kind, listener) != null) {
            faults.add("Due times of kind " + kind + " have two listeners");
        }
    }

    /**
     * Finds the subject that a path value or quota key of a format names, such as a user.
     *
     * @param id the id for a path value
     * @param label the display name for an id, such as a user's e-mail address
     */
    public record Subject(
            BiFunction<Transaction, String, Optional<String>> id,
            BiFunction<Transaction, String, Optional<String>> label) {}

    /**
     * Implements an interface that other groups or the kernel use, such as one that an earlier group needs from a later
     * one.
     *
     * @param question an interface of the group that uses it
     * @param answer the implementation; threads share it
     */
    public <Q> void provide(Class<Q> question, Q answer) {
        if (answers.put(question, answer) != null) {
            faults.add(question.getSimpleName() + " is provided twice");
        }
    }

    /** Declares an interface used by {@link Call#ask}: the start fails unless it is provided. */
    public void asks(Class<?> question) {
        asked.add(question);
    }

    /** The implementation of an interface that is optional. */
    public <Q> Optional<Q> answer(Class<Q> question) {
        return Optional.ofNullable(answers.get(question)).map(question::cast);
    }

    <Q> Q ask(Class<Q> question) {
        if (!asked.contains(question)) {
            throw new ContractViolation(question.getSimpleName() + " is asked without a declaration");
        }
        return answer(question).orElseThrow(() -> new ContractViolation(question.getSimpleName() + " is not provided"));
    }

    /**
     * Serves paths outside of {@code /v2}.
     *
     * @param place their first segment
     * @param handler created once, after all groups are bound
     */
    public void serve(String place, Function<PlaceScope, Handler> handler) {
        if (places.put(place, handler) != null) {
            faults.add("/" + place + " is served twice");
        }
    }

    /** The handlers of paths outside of {@code /v2}, by their first segment. */
    public Map<String, Handler> places(PlaceScope scope) {
        Map<String, Handler> made = new HashMap<>();
        places.forEach((place, handler) -> made.put(place, handler.apply(scope)));
        return made;
    }

    /** Registers how to find the subjects of a parameter format such as {@code user}. */
    public void subject(String format, Subject subject) {
        subjects.put(format, subject);
    }

    /**
     * Has the road resolve path parameters of a format. {@link Call#named} returns the document, {@link Call#path} its
     * id. A value without a document is refused with the failure {@code <format>-missing}.
     *
     * @param resolver finds the document by its id or any other name that the API accepts in paths
     */
    public void resolve(String format, BiFunction<Call, String, Optional<Doc>> resolver) {
        if (resolvers.put(format, resolver) != null) {
            faults.add("Paths of the format " + format + " have two resolvers");
        }
    }

    /** Has the road resolve path parameters of a format to documents of a table, by their keys. */
    public void resolve(String format, Table table) {
        resolve(format, (call, key) -> call.store().find(table, key));
    }

    HostSettings hostSettings(Call call, String userId) {
        return answer(HostSettings.Source.class)
                .orElseThrow(() -> new ContractViolation("No group provides the settings that things inherit"))
                .of(call, userId);
    }

    /** The resolver for a path parameter; empty if its format is not resolved. */
    Optional<BiFunction<Call, String, Optional<Doc>>> resolver(Property parameter) {
        return Optional.ofNullable(parameter.schema().limits().format()).map(resolvers::get);
    }

    /** Marks a group as not built: its unbound operations answer {@code not-built}. */
    public void notYet(String group) {
        waiting.add(group);
    }

    /**
     * Ends the binding.
     *
     * @throws IllegalStateException listing everything that is unbound or bound wrongly
     */
    public void check() {
        promised.values().stream()
                .filter(operation -> !handlers.containsKey(operation.id()))
                .filter(operation -> !waiting.contains(operation.group()))
                .forEach(operation -> faults.add(operation.id() + " is not bound"));
        promised.values().stream()
                .filter(operation -> handlers.containsKey(operation.id()))
                .forEach(operation -> {
                    checkEvents(operation);
                    checkPath(operation);
                });
        faults.addAll(facts.faults());
        asked.stream()
                .filter(question -> !answers.containsKey(question))
                .forEach(question -> faults.add(question.getSimpleName() + " is asked but not provided"));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The bindings do not keep the contract:\n  " + String.join("\n  ", faults));
        }
    }

    private void checkEvents(Operation operation) {
        operation.events().stream()
                .filter(event -> contract.event(event).message().isEmpty())
                .forEach(event -> faults.add(
                        operation.id() + " may announce " + event + ", whose payload is not in the contract"));
    }

    private void checkPath(Operation operation) {
        for (Property parameter : operation.path()) {
            String format = parameter.schema().limits().format();
            if (format != null && !OWN_FORMATS.contains(format)) {
                if (!resolvers.containsKey(format)) {
                    faults.add(operation.id() + " has a path of the format " + format + ", which nothing resolves");
                }
                if (operation.failures().stream()
                        .noneMatch(failure -> failure.general().equals(missing(format)))) {
                    faults.add(operation.id() + " does not declare " + missing(format));
                }
            }
        }
    }

    /** The failure for a path value without a document. */
    static String missing(String format) {
        return format + "-missing";
    }

    public Optional<Function<Call, Object>> handler(Operation operation) {
        return Optional.ofNullable(handlers.get(operation.id()));
    }

    public Optional<Function<Call, Supplier<Object>>> preparation(Operation operation) {
        return Optional.ofNullable(preparations.get(operation.id()));
    }

    public Optional<BiConsumer<Call, String>> dueListener(String kind) {
        return Optional.ofNullable(dues.get(kind));
    }

    /** The id for a path value of a format. */
    public Optional<String> identify(String format, Transaction transaction, String value) {
        Subject subject = subjects.get(format);
        return subject == null ? Optional.empty() : subject.id().apply(transaction, value);
    }

    /** The display name of the subject with an id. */
    public Optional<String> describe(String format, Transaction transaction, String id) {
        Subject subject = subjects.get(format);
        return subject == null ? Optional.empty() : subject.label().apply(transaction, id);
    }
}
