package io.greenroom.server.config;

/** A set of defaults. */
public enum Profile {
    /** On a developer's machine: a demo account, limits that are only observed. */
    DEV,
    /** In continuous integration: as in development, with little in the log. */
    CI,
    /** As strict as the real service. */
    REALISTIC,
    /** For people's own use: nothing that everybody knows is let in. */
    PRODUCTION
}
