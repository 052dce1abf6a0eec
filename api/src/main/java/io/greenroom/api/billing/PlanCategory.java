package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/** The category of a plan: its field in requests and responses, and the feature that it adds to an account. */
enum PlanCategory {
    BASE("plan_base", "", false),
    ROOMS("plan_zoom_rooms", "rooms", false),
    ROOM_CONNECTOR("plan_room_connector", "", false),
    LARGE_MEETING("plan_large_meeting", "large_meeting", true),
    WEBINAR("plan_webinar", "webinar", true),
    RECORDING("plan_recording", "", false),
    AUDIO("plan_audio", "toll_free_audio", false),
    PHONE_BASE("plan_phone.plan_base", "phone", false),
    PHONE_CALLING("plan_phone.plan_calling", "phone", true),
    PHONE_NUMBER("plan_phone.plan_number", "phone", true);

    /** The type by which add-on requests name Zoom Phone as a whole. */
    static final String PHONE = "plan_phone";

    static final List<PlanCategory> OF_PHONE = List.of(PHONE_BASE, PHONE_CALLING, PHONE_NUMBER);

    private final String path;
    private final String feature;
    private final boolean several;

    PlanCategory(String path, String feature, boolean several) {
        this.path = path;
        this.feature = feature;
        this.several = several;
    }

    /** The category of a stored plan. */
    static PlanCategory of(Doc plan) {
        return valueOf(plan.text("part"));
    }

    /** The field's name, without its parent's. */
    String field() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** Whether an account may have plans of several types in this category. */
    boolean several() {
        return several;
    }

    Optional<String> feature() {
        return Optional.of(feature).filter(name -> !name.isEmpty());
    }
}
