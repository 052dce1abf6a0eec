package io.greenroom.kernel.jobs;

import io.greenroom.kernel.store.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The move of one account's clock. One thread moves it; others may look, and stop it. */
public final class Journey {
    private static final int MOST_IN_FULL = 100;

    private final Instant target;
    private final List<Due> first = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private Instant reached;
    private long fired;
    private boolean arrived;
    private boolean stopped;

    Journey(Instant target, Instant start) {
        this.target = target;
        this.reached = start;
    }

    /** Where it goes. */
    public Instant target() {
        return target;
    }

    synchronized void fired(Due due, Instant at) {
        reached = at;
        fired++;
        counts.merge(due.kind(), 1L, Long::sum);
        if (first.size() < MOST_IN_FULL) {
            first.add(due);
        }
    }

    synchronized void arrive() {
        arrived = true;
    }

    /** The time of the work that was done last. */
    public synchronized Instant reached() {
        return reached;
    }

    /** How much work was done. */
    public synchronized long fired() {
        return fired;
    }

    /** The first {@value #MOST_IN_FULL} pieces of work, in order. */
    public synchronized List<Due> first() {
        return List.copyOf(first);
    }

    /** How much work of each kind was done. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Whether the clock has reached its target. */
    public synchronized boolean arrived() {
        return arrived;
    }

    /** Ends it after the work that is being done. */
    public synchronized void stop() {
        stopped = true;
    }

    synchronized boolean isStopped() {
        return stopped;
    }
}
