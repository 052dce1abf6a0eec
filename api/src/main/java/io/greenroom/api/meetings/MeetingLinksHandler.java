package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.InviteLinks;
import io.greenroom.parts.scheduling.HostDirectory;

/** What hosts send to the people they invite. */
final class MeetingLinksHandler {
    private final HostDirectory hosts;

    MeetingLinksHandler(HostDirectory hosts) {
        this.hosts = hosts;
    }

    void bind(Bindings on) {
        on.doc("meetingInvitation", this::invitation);
        on.doc("meetingInviteLinksCreate", call -> InviteLinks.create(call, call.named("meetingId")));
    }

    private Doc invitation(Call call) {
        Doc meeting = call.named("meetingId");
        String text = Invitation.text(call, meeting, hosts.host(call, meeting));
        return call.blank("MeetingInvitation").put("invitation", text);
    }
}
