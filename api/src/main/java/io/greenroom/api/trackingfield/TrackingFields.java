package io.greenroom.api.trackingfield;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/** The tracking fields of an account, as meetings and webinars use them. */
@FunctionalInterface
public interface TrackingFields {

    /**
     * The values of a meeting's tracking fields as answers show them. Values for unknown labels are dropped.
     *
     * @param given {@code MeetingTrackingField}s of a request
     * @throws io.greenroom.kernel.doc.Refusal {@code meeting-tracking-field-required} if the account requires a field
     *     that has no value
     */
    List<Doc> shown(Call call, List<Doc> given);
}
