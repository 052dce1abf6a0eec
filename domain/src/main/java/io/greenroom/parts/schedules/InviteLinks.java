package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.time.Instant;
import java.util.Optional;

/** Join links that name one invited person each, and expire. */
public final class InviteLinks {
    private static final String PURPOSE = "invite";
    private static final char SEPARATOR = '/';

    private InviteLinks() {}

    /**
     * A person named by an invite link.
     *
     * @param number of the meeting
     */
    public record Invited(long number, String name) {}

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

    /** The person that a token names, unless it is forged or has expired. */
    public static Optional<Invited> open(Call call, String token) {
        return call.signer()
                .open(PURPOSE, token)
                .map(text -> text.split(String.valueOf(SEPARATOR), 3))
                .filter(parts -> Instant.ofEpochSecond(Long.parseLong(parts[1])).isAfter(call.now()))
                .map(parts -> new Invited(Long.parseLong(parts[0]), parts[2]));
    }
}
