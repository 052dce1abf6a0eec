package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** The rules of creating and changing that only schedules of one kind have. */
public interface SchedulePolicy {

    /**
     * The user who hosts a new or changed schedule.
     *
     * @param user the user that the path names, or the present host
     */
    Doc hostFor(Call call, Doc user);

    /** Refuses a schedule, not yet kept, that the kind cannot have. */
    void check(Call call, Doc schedule);
}
