package io.greenroom.server.config;

/** A set of defaults. */
public enum Profile {
    /** A developer's machine: a demo account, limits that are only observed. */
    DEV,
    /** Continuous integration: as in development, with a quiet log. */
    CI,
    /** As strict as the real service. */
    REALISTIC,
    /** Production: no demo account, no well-known secrets, no legacy tokens. */
    PRODUCTION
}
