package io.greenroom.api.trackingfield;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tracking fields of the account. */
final class TrackingFieldHandler {
    static final Table FIELDS = Table.of("tracking_fields", "TrackingFieldRecord");
    private static final int FIELDS_PER_ACCOUNT = 20;

    void bind(Bindings on) {
        on.resolve("tracking-field", FIELDS);
        on.page("trackingfieldList", this::list);
        on.doc("trackingfieldCreate", this::create);
        on.doc("trackingfieldGet", call -> call.named("fieldId"));
        on.done("trackingfieldUpdate", this::change);
        on.done("trackingfieldDelete", this::remove);
    }

    private Page list(Call call) {
        return Page.whole(all(call));
    }

    private Doc create(Call call) {
        Doc field = call.blank(FIELDS).take(call.body()).put("id", call.ids().next());
        refuseTakenLabel(call, field);
        if (all(call).size() == FIELDS_PER_ACCOUNT) {
            throw call.refuse("tracking-field-max");
        }
        return call.store().insert(FIELDS, field);
    }

    /**
     * Replaces the field except its label: fields missing in the request are reset to their defaults, also for callers
     * that meant to change a single field (devforum thread 130784).
     */
    private void change(Call call) {
        Doc before = call.named("fieldId");
        Doc after = before.copy()
                .remove("required")
                .remove("visible")
                .remove("recommended_values")
                .take(call.body())
                .putIfAbsent("field", before.text("field"))
                .fillDefaults();
        refuseTakenLabel(call, after);
        call.store().update(FIELDS, after);
    }

    private void remove(Call call) {
        call.store().delete(FIELDS, call.named("fieldId"));
    }

    static List<Doc> shown(Call call, List<Doc> given) {
        List<Doc> shown = new ArrayList<>();
        for (Doc field : all(call)) {
            String label = field.text("field");
            Optional<Doc> value = given.stream()
                    .filter(one -> one.text("field", "").equals(label))
                    .filter(one -> !one.text("value", "").isBlank())
                    .findFirst();
            if (value.isEmpty() && field.flag("required")) {
                throw call.refuse("meeting-tracking-field-required");
            }
            value.ifPresent(one -> shown.add(call.blank("MeetingTrackingFieldShown")
                    .put("field", label)
                    .put("value", one.text("value"))
                    .put("visible", field.flag("visible"))));
        }
        return shown;
    }

    private static List<Doc> all(Call call) {
        return call.store().in(FIELDS).list();
    }

    /** Refuses a label that another field has, because meetings name a field by its label. */
    private static void refuseTakenLabel(Call call, Doc field) {
        boolean taken = all(call).stream()
                .anyMatch(other -> other.text("field").equals(field.text("field"))
                        && !other.id().equals(field.id()));
        if (taken) {
            throw call.refuse("tracking-field-exists");
        }
    }
}
