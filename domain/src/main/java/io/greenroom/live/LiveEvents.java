package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.time.Instant;

/** Announces what happens in one session. */
final class LiveEvents {
    private final Call call;
    private final Doc session;
    private final String word;

    LiveEvents(Call call, Doc session) {
        this.call = call;
        this.session = session;
        this.word = session.text("kind");
    }

    void started() {
        call.announce(word + ".started", object("StartedEvent"));
    }

    void ended() {
        call.announce(word + ".ended", object("EndedEvent").put("end_time", session.instant("end_time")));
    }

    void joined(Doc participation) {
        Doc participant =
                participant("JoinedParticipant", participation).put("join_time", participation.instant("join_time"));
        call.announce(word + ".participant_joined", object("JoinedEvent").put("participant", participant));
    }

    void left(Doc participation) {
        Doc participant =
                participant("LeftParticipant", participation).put("leave_time", participation.instant("leave_time"));
        call.announce(word + ".participant_left", object("LeftEvent").put("participant", participant));
    }

    /**
     * An event about the waiting room.
     *
     * @param moment the end of its name, such as {@code admitted}
     */
    void waiting(String moment, Doc participation, Instant at) {
        Doc participant = participant("WaitingParticipant", participation).put("date_time", at);
        call.announce(word + ".participant_" + moment, object("WaitingEvent").put("participant", participant));
    }

    /**
     * An event about a person who comes before the host.
     *
     * @param moment {@code jbh_joined} or {@code jbh_waiting}
     */
    void early(String moment, Doc participation) {
        Doc participant = call.blank(schema("EarlyParticipant")).put("user_name", participation.text("name"));
        call.announce(word + ".participant_" + moment, object("EarlyEvent").put("participant", participant));
    }

    private String schema(String end) {
        return (word.equals("meeting") ? "Meeting" : "Webinar") + end;
    }

    private Doc object(String end) {
        return call.as(schema(end), session).put("id", session.text("shown_id"));
    }

    private Doc participant(String end, Doc participation) {
        return call.as(schema(end), participation).put("user_name", participation.text("name"));
    }
}
