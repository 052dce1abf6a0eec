package io.greenroom.kernel.store.postgres;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreUnavailable;
import java.sql.SQLException;

/** A unit has lost a race and may run again. */
final class Raced extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int RUNS = 10;
    private static final int RUNS_OVER_UNIQUE = 3;

    private final boolean overUnique;

    /**
     * A lost race.
     *
     * @param overUnique whether the other unit has inserted a conflicting unique value; the next run should see it
     */
    Raced(String message, SQLException complaint, boolean overUnique) {
        super(message, complaint);
        this.overUnique = overUnique;
    }

    /** Throws when a unit that has run this often should not run again. */
    void orGiveUp(int runs) {
        if (overUnique && runs >= RUNS_OVER_UNIQUE) {
            throw new ContractViolation(String.valueOf(getMessage()), this);
        }
        if (runs >= RUNS) {
            throw new StoreUnavailable("A unit has lost " + runs + " races: " + getMessage(), this);
        }
    }
}
