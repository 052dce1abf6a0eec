package io.greenroom.parts.licences;

/** The features that need a licence, each sold in several capacities. */
public enum PaidFeature {
    LARGE_MEETING("large_meeting", 100, "large-needs-licence"),
    WEBINAR("webinar", 100, "webinar-needs-licence"),
    ZOOM_EVENTS("zoom_events", 500, "events-need-licence");

    private final String field;
    private final long smallest;
    private final String needsLicence;

    PaidFeature(String field, long smallest, String needsLicence) {
        this.field = field;
        this.smallest = smallest;
        this.needsLicence = needsLicence;
    }

    /** The setting that enables it. */
    public String field() {
        return field;
    }

    /** The setting with its capacity. */
    public String capacity() {
        return field + "_capacity";
    }

    /** Its default capacity. Our guess. */
    public long smallest() {
        return smallest;
    }

    /** The failure for users without a licence. */
    public String needsLicence() {
        return needsLicence;
    }
}
