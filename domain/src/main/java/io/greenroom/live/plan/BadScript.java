package io.greenroom.live.plan;

import io.greenroom.live.plan.Node.Place;
import java.util.ArrayList;
import java.util.List;

/** A script that cannot be played, with what is wrong in it. */
public final class BadScript extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    BadScript(List<Fault> faults) {
        super(faults.getFirst().toString(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order in which it was found; at least one. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One fault.
     *
     * @param line from 1
     * @param column from 1
     * @param message such as {@code unknown word jion; the nearest is join}
     */
    public record Fault(int line, int column, String message) {

        /** Its place in words. */
        public String where() {
            return "line %d, column %d".formatted(line, column);
        }

        @Override
        public String toString() {
            return where() + ": " + message;
        }
    }

    /** Collects the faults of one script, up to a limit. */
    static final class Collector {
        private static final int MOST = 20;

        private final List<Fault> found = new ArrayList<>();

        void add(Place place, String message) {
            if (found.size() < MOST) {
                found.add(new Fault(place.line(), place.column(), message));
            }
        }

        int count() {
            return found.size();
        }

        void check() {
            if (!found.isEmpty()) {
                throw new BadScript(found);
            }
        }
    }
}
