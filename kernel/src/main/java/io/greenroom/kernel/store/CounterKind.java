package io.greenroom.kernel.store;

/** The kinds of counters. Each has a capacity of its own, so that a flood of one kind drops no counts of another. */
public enum CounterKind {
    /** The rate limits and quotas of the API; keys begin with the account's id and a slash. */
    LIMITS(""),
    /** Failed sign-ins and guesses. */
    ATTEMPTS("attempt:"),
    /** Successful sign-ins. */
    SIGN_INS("sign-in:"),
    /** Consent forms that were sent; a form decides once. */
    FORMS("form:");

    private final String prefix;

    CounterKind(String prefix) {
        this.prefix = prefix;
    }

    /** What the kind's keys begin with in the database. */
    public String prefix() {
        return prefix;
    }
}
