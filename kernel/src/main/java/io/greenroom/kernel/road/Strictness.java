package io.greenroom.kernel.road;

/** How fields and parameters that are not in the contract are treated. */
public enum Strictness {
    /** They are ignored. */
    OFF,
    /** They are ignored, and named in a header and the log. */
    WARN,
    /** They are faults. */
    ON
}
