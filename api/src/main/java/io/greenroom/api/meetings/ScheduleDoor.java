package io.greenroom.api.meetings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Door;
import io.greenroom.live.Sessions;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.scheduling.HostDirectory;
import io.greenroom.parts.scheduling.ScheduleAccess;
import java.util.Optional;

/** The schedules of one kind, for the join pages. */
public record ScheduleDoor(ScheduleAccess access, HostDirectory hosts, Sessions sessions) implements Door {

    @Override
    public Kind kind() {
        return access.kind();
    }

    @Override
    public Optional<Doc> find(Call call, String number) {
        return access.lookUp(call, number);
    }

    @Override
    public Doc host(Call call, Doc schedule) {
        return hosts.host(call, schedule);
    }
}
