package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.scheduling.ScheduleAnswers;

/** Lists the meetings of a host. */
final class MeetingListHandler {
    /** Sorts after all times. */
    private static final String END_OF_TIME = "~";

    private final Schedules schedules;
    private final HostDirectory hosts;
    private final ScheduleAnswers answers;

    MeetingListHandler(Schedules schedules, HostDirectory hosts) {
        this.schedules = schedules;
        this.hosts = hosts;
        this.answers = new ScheduleAnswers(schedules.kind(), hosts);
    }

    void bind(Bindings on) {
        on.page("meetings", this::list);
        on.doc("meetingQualityScore", call -> call.blank("MeetingQuality"));
    }

    private Page list(Call call) {
        Query all = schedules.of(call, hosts.user(call, call.path("userId")).id());
        Query chosen =
                switch (call.query().text("type")) {
                    case "live" -> all.where("live", true).ascending("list_order");
                    case "upcoming" ->
                        all.between("ends_at", call.second().toString(), END_OF_TIME)
                                .ascending("ends_at");
                    default -> all.ascending("list_order");
                };
        return answers.rows(call, chosen);
    }
}
