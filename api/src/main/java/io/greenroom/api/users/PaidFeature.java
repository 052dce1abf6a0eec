package io.greenroom.api.users;

/** The features that a user needs a licence for, each sold in sizes. */
enum PaidFeature {
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

    /** The setting that says whether somebody has it. */
    String field() {
        return field;
    }

    /** The setting that says how large it is. */
    String capacity() {
        return field + "_capacity";
    }

    /** Its size when nobody names one. Our guess. */
    long smallest() {
        return smallest;
    }

    /** The failure for somebody without a licence. */
    String needsLicence() {
        return needsLicence;
    }
}
