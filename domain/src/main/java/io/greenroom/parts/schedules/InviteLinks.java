package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** Join links that name one invited person each, and expire. */
public final class InviteLinks {
    private static final String PURPOSE = "invite";
    private static final char SEPARATOR = '/';

    private InviteLinks() {}

    /** Makes a link for each person of a {@code MeetingInviteLinkOrder}. */
    public static Doc create(Call call, Doc schedule) {
        long expires = call.now().plusSeconds(call.body().number("ttl")).getEpochSecond();
        return call.blank("MeetingInviteLinks")
                .put(
                        "attendees",
                        call.body().docs("attendees").stream()
                                .map(attendee -> link(call, schedule, attendee.text("name"), expires))
                                .toList());
    }

    private static Doc link(Call call, Doc schedule, String name, long expires) {
        String token = call.signer().seal(PURPOSE, schedule.id() + SEPARATOR + expires + SEPARATOR + name);
        return call.blank("MeetingInviteLink")
                .put("name", name)
                .put("join_url", "/j/" + schedule.id() + "?tk=" + token);
    }
}
