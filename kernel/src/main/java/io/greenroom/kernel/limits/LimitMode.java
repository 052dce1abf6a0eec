package io.greenroom.kernel.limits;

/** How an installation applies limits. */
public enum LimitMode {
    /** Counts, sends the headers and refuses. */
    ENFORCE,
    /** Counts and sends the headers, but refuses nothing. */
    OBSERVE,
    /** Does not count. */
    OFF
}
