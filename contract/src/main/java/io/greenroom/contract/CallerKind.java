package io.greenroom.contract;

/** The kinds of apps whose tokens reach the API. */
public enum CallerKind {
    /** An OAuth app that a user installed for their own use. */
    USER,
    /** An OAuth app that an administrator installed for the account. */
    ACCOUNT,
    /** A server-to-server app, which has no user of its own. */
    SERVER,
    /** A chatbot, with a client credentials token. */
    CHATBOT,
    /** A legacy JWT app. */
    JWT
}
