package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.schedules.Schedules;

/** Lists the meetings of a host. */
final class MeetingListHandler {
    private static final int AGENDA_LENGTH = 250;

    /** Sorts after all times. */
    private static final String END_OF_TIME = "~";

    private final Schedules schedules;
    private final Users users;

    MeetingListHandler(Schedules schedules, Users users) {
        this.schedules = schedules;
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("meetings", this::list);
        on.doc("meetingQualityScore", call -> call.blank("MeetingQuality"));
    }

    private Page list(Call call) {
        Query all = schedules.of(call, users.require(call, call.path("userId")).id());
        Query chosen =
                switch (call.query().text("type")) {
                    case "live" -> all.where("live", true).ascending("list_order");
                    case "upcoming" ->
                        all.between("ends_at", call.second().toString(), END_OF_TIME)
                                .ascending("ends_at");
                    default -> all.ascending("list_order");
                };
        return Page.of(chosen.page(call.page().start(), call.page().size())).map(meeting -> row(call, meeting));
    }

    private static Doc row(Call call, Doc meeting) {
        Doc row = call.as("MeetingRow", meeting);
        return row.put("agenda", row.optionalText("agenda").map(agenda -> Texts.cut(agenda, AGENDA_LENGTH)));
    }
}
