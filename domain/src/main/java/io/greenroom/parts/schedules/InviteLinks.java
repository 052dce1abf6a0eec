package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** Join links that name one invited person each, and expire. */
public final class InviteLinks {
    private static final String PURPOSE = "invite";
    private static final char SEPARATOR = '/';
    private static final int PARTS = 3;

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

    /**
     * The name of the person that a token invites; empty if the token is not valid.
     *
     * @param schedule whose token it must be
     */
    public static Optional<String> invitee(Call call, Doc schedule, String token) {
        return call.signer()
                .open(PURPOSE, token)
                .map(text -> text.split(String.valueOf(SEPARATOR), PARTS))
                .filter(parts -> parts[0].equals(schedule.id()))
                .filter(parts -> call.now().getEpochSecond() < Long.parseLong(parts[1]))
                .map(parts -> parts[2]);
    }

    private static Doc link(Call call, Doc schedule, String name, long expires) {
        String token = call.signer().seal(PURPOSE, schedule.id() + SEPARATOR + expires + SEPARATOR + name);
        return call.blank("MeetingInviteLink")
                .put("name", name)
                .put("join_url", "/j/" + schedule.id() + "?tk=" + token);
    }
}
