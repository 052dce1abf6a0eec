package io.greenroom.live.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a script does, in order of time. The same text and seed make the same plan.
 *
 * @param people by key
 * @param acts in the order in which they take place
 */
public record Plan(Map<String, Person> people, List<Timed> acts) {

    /**
     * An act at a time.
     *
     * @param at from the start of the script
     * @param phase decides between acts of the same time: the host joins first, the end is last
     */
    public record Timed(Duration at, Phase phase, Deed deed) {}

    /** The order of acts of the same time. */
    public enum Phase {
        REGISTRATION,
        HOST,
        ARRIVALS,
        STEPS,
        DEPARTURES,
        END
    }

    /** The time of the last act. */
    public Duration length() {
        return acts.isEmpty() ? Duration.ZERO : acts.getLast().at();
    }

    /** The person with a key; one without an entry is a guest of that name. */
    public Person person(String key) {
        Person known = people.get(key);
        return known == null ? new Person(key, key, Node.none()) : known;
    }

    /** The key of the person with a name; a person without an entry has the name as key. */
    public String named(String name) {
        return people.values().stream()
                .filter(person -> person.name().equals(name))
                .map(Person::key)
                .findFirst()
                .orElse(name);
    }
}
