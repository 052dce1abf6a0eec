package io.greenroom.api.meetings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Door;
import io.greenroom.live.Sessions;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;

/** The meetings, for the join pages. */
record MeetingDoor(Meetings meetings, Sessions sessions) implements Door {

    @Override
    public Kind kind() {
        return Kind.MEETING;
    }

    @Override
    public Optional<Doc> find(Call call, String number) {
        return meetings.lookUp(call, number);
    }

    @Override
    public Doc host(Call call, Doc schedule) {
        return meetings.host(call, schedule);
    }
}
