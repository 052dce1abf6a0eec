package io.greenroom.kernel.jobs;

import io.greenroom.kernel.doc.Doc;

/**
 * How an account's clock goes on.
 *
 * @param frozen whether it stands still
 * @param scale how many of its seconds pass in one of the system
 */
public record Pace(boolean frozen, double scale) {
    /** It stands still. */
    public static final Pace FROZEN = new Pace(true, 1);

    /** It runs as fast as the system's. */
    public static final Pace USUAL = new Pace(false, 1);

    /** How the clock of an account goes on now. */
    public static Pace of(Doc account) {
        return new Pace(account.has("clock_frozen_at"), account.decimal("clock_scale", 1));
    }
}
