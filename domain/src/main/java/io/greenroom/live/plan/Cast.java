package io.greenroom.live.plan;

import io.greenroom.live.plan.BadScript.Collector;
import io.greenroom.live.plan.Node.Field;
import io.greenroom.live.plan.Node.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The people of one script: those with an entry, members of groups, and guests that steps let join. */
final class Cast {
    private static final Pattern MEMBERS = Pattern.compile("(.{1,128})\\.([0-9]{1,5})(-([0-9]{1,5}))?");
    private static final Set<String> RESERVED = Set.of(Person.ALL, Person.WAITING);

    private final Collector faults;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final boolean open;

    /**
     * An empty cast.
     *
     * @param open whether steps may mean people that the script does not let join
     */
    Cast(Collector faults, boolean open) {
        this.faults = faults;
        this.open = open;
        people.put(Person.HOST, new Person(Person.HOST, "", Node.none()));
    }

    /** Adds the people of an entry; returns their keys. */
    List<String> add(Field entry) {
        if (RESERVED.contains(entry.name()) || groups.containsKey(entry.name())) {
            faults.add(entry.place(), entry.name() + " is a word of scripts");
            return List.of();
        }
        Node fields = entry.value();
        List<Node> names = fields instanceof Node.Fields some
                ? some.find("names").map(Node::each).orElse(List.of())
                : List.of();
        int count = fields.text("count").map(Integer::parseInt).orElse(names.size());
        if (count == 0) {
            people.put(entry.name(), new Person(entry.name(), entry.name(), fields));
            return List.of(entry.name());
        }
        if (people.size() + count > Grammar.MOST_PEOPLE) {
            faults.add(entry.place(), "a script has at most " + Grammar.MOST_PEOPLE + " people");
            return List.of();
        }
        groups.put(entry.name(), count);
        List<String> keys = members(entry.name(), 1, count);
        for (int i = 0; i < count; i++) {
            String shown = i < names.size() ? names.get(i).word() : keys.get(i);
            people.put(keys.get(i), new Person(keys.get(i), shown, fields));
        }
        return keys;
    }

    private static List<String> members(String group, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> group + "." + i).toList();
    }

    /** Adds the people that a step lets join and that have no entry. */
    void addGuests(Verb verb, Node value) {
        if (verb.bringsGuests()) {
            List<String> names = value instanceof Node.Fields
                    ? value.entries().stream().map(Field::name).toList()
                    : value.each().stream().map(Node::word).toList();
            for (String name : names) {
                if (find(name).isEmpty() && people.size() < Grammar.MOST_PEOPLE) {
                    people.put(name, new Person(name, name, Node.none()));
                }
            }
        }
    }

    /** The keys of the people that a text means: a person, a group, {@code crowd.1-4}, or a word. */
    List<String> resolve(String text, Place place) {
        List<String> found = find(text);
        if (found.isEmpty() && open) {
            return List.of(text);
        }
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>(people.keySet());
            known.addAll(groups.keySet());
            faults.add(place, "no person of that name: " + Nearest.unknown(text, known));
        }
        return found;
    }

    private List<String> find(String text) {
        if (people.containsKey(text) || RESERVED.contains(text)) {
            return List.of(text);
        }
        Integer size = groups.get(text);
        if (size != null) {
            return members(text, 1, size);
        }
        Matcher parts = MEMBERS.matcher(text);
        if (parts.matches() && groups.containsKey(parts.group(1))) {
            int from = Integer.parseInt(parts.group(2));
            int to = parts.group(4) == null ? from : Integer.parseInt(parts.group(4));
            boolean there = from >= 1 && to <= groups.getOrDefault(parts.group(1), 0);
            return there ? members(parts.group(1), from, to) : List.of();
        }
        return List.of();
    }

    Map<String, Person> people() {
        return people;
    }
}
