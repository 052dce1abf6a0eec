package io.greenroom.contract;

/** The kinds of apps whose tokens reach the API. */
public enum CallerKind {
    /** An OAuth app that one user installed for themself. */
    USER,
    /** An OAuth app that an administrator installed for the account. */
    ACCOUNT,
    /** A server-to-server app: it has no user of its own. */
    SERVER,
    /** A chatbot, by client credentials. */
    CHATBOT,
    /** A legacy JWT app. */
    JWT
}
