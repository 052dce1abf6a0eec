package io.greenroom.kernel.road;

/** What happens to fields and parameters that the contract does not know. */
public enum Strictness {
    /** They are ignored. */
    OFF,
    /** They are ignored, and named in a header and the log. */
    WARN,
    /** They are faults. */
    ON
}
