package io.greenroom.kernel.limits;

/** What an installation does about limits. */
public enum LimitMode {
    /** Counts, tells and refuses. */
    ENFORCE,
    /** Counts and tells, but refuses nothing. */
    OBSERVE,
    /** Does not count. */
    OFF
}
