package io.greenroom.contract;

/** The rate limit category of an operation. */
public enum Label {
    LIGHT("Light"),
    MEDIUM("Medium"),
    HEAVY("Heavy"),
    RESOURCE_INTENSIVE("Resource-intensive");

    private final String wireName;

    Label(String wireName) {
        this.wireName = wireName;
    }

    /** The value of the {@code X-RateLimit-Category} header. */
    public String wireName() {
        return wireName;
    }
}
