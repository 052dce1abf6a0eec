package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.settings.EffectiveSettings;
import java.util.List;
import java.util.Optional;

/** What scheduling asks about the users who host. */
public interface HostDirectory {

    /** A user of the caller's account, by id or e-mail address. */
    Optional<Doc> find(Call call, String named);

    /** A user of the caller's account, or the refusal {@code user-missing}. */
    Doc user(Call call, String named);

    /** The settings in force for a user. */
    EffectiveSettings settings(Call call, Doc user);

    /**
     * The values of tracking fields as answers show them.
     *
     * @param given {@code MeetingTrackingField}s of a request
     */
    List<Doc> tracked(Call call, List<Doc> given);

    /** The user who hosts a schedule. */
    default Doc host(Call call, Doc schedule) {
        return user(call, schedule.text("host_id"));
    }
}
