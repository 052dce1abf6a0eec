package io.greenroom.kernel;

import io.greenroom.kernel.doc.ContractViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The facts that groups publish and listen to. Filled at start by one thread, then only read. */
public final class Facts {
    /** The publisher of the kernel's own facts; an installation may have no listener for them. */
    private static final String KERNEL = "Kernel";

    private final Map<Class<?>, Set<String>> publishers = new HashMap<>();
    private final Map<Class<?>, Set<String>> listening = new HashMap<>();
    private final Map<Class<?>, List<BiConsumer<Call, Fact>>> listeners = new HashMap<>();
    private String group = KERNEL;

    /**
     * One fact.
     *
     * @param type its class
     * @param publishers the names of the groups that publish it
     * @param listeners the names of the groups that listen to it
     */
    public record Entry(Class<?> type, Set<String> publishers, Set<String> listeners) {

        private boolean isOfGroups() {
            return !publishers.contains(KERNEL);
        }
    }

    Facts() {
        publishes(AccountOpened.class, AccountRemoved.class, EndpointUnvalidated.class);
    }

    /** Sets the group of the declarations that follow. */
    void of(String name) {
        group = name;
    }

    @SafeVarargs
    final void publishes(Class<? extends Fact>... published) {
        for (Class<? extends Fact> fact : published) {
            publishers.computeIfAbsent(fact, type -> new TreeSet<>()).add(group);
        }
    }

    <F extends Fact> void listen(Class<F> fact, BiConsumer<Call, F> listener) {
        listening.computeIfAbsent(fact, type -> new TreeSet<>()).add(group);
        listeners
                .computeIfAbsent(fact, type -> new ArrayList<>())
                .add((call, published) -> listener.accept(call, fact.cast(published)));
    }

    /** Facts without a publisher, and facts of groups without a listener. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Entry fact : entries()) {
            String name = fact.type().getSimpleName();
            if (fact.publishers().isEmpty()) {
                faults.add(name + " has listeners in " + String.join(", ", fact.listeners()) + " and no publisher");
            } else if (fact.listeners().isEmpty() && fact.isOfGroups()) {
                faults.add(name + " is published by " + String.join(", ", fact.publishers()) + " and has no listener");
            }
        }
        return faults;
    }

    /** All facts, by name. */
    public List<Entry> entries() {
        Set<Class<?>> all = new HashSet<>(publishers.keySet());
        all.addAll(listening.keySet());
        return all.stream()
                .sorted(Comparator.<Class<?>, String>comparing(Class::getSimpleName)
                        .thenComparing(Class::getName))
                .map(type -> new Entry(
                        type, publishers.getOrDefault(type, Set.of()), listening.getOrDefault(type, Set.of())))
                .toList();
    }

    void publish(Call call, Fact fact) {
        if (!publishers.containsKey(fact.getClass())) {
            throw new ContractViolation(
                    "No group declares that it publishes " + fact.getClass().getSimpleName());
        }
        listeners.getOrDefault(fact.getClass(), List.of()).forEach(listener -> listener.accept(call, fact));
    }
}
