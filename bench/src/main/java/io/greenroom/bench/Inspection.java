package io.greenroom.bench;

import java.util.List;

/**
 * The result of an inspection after a kill.
 *
 * @param users how many users of the rounds exist
 * @param faults what differs from the promises
 */
record Inspection(long users, List<String> faults) {
    boolean fine() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        return users + " users, " + (fine() ? "as promised" : String.join("; ", faults));
    }
}
