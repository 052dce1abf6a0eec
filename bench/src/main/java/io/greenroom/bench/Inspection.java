package io.greenroom.bench;

import java.util.List;

/**
 * What was found after a kill.
 *
 * @param users how many users there are of those that were created in the rounds
 * @param faults what is not as it was promised
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
