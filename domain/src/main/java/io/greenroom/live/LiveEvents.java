package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        if (!isMeeting()) {
            return;
        }
        Doc participant = participant("WaitingParticipant", participation).put("date_time", at);
        call.announce(word + ".participant_" + moment, object("WaitingEvent").put("participant", participant));
    }

    /**
     * An event about a person who comes before the host.
     *
     * @param moment {@code jbh_joined} or {@code jbh_waiting}
     */
    void early(String moment, Doc participation) {
        if (!isMeeting()) {
            return;
        }
        Doc participant = call.blank(schema("EarlyParticipant")).put("user_name", participation.text("name"));
        call.announce(word + ".participant_" + moment, object("EarlyEvent").put("participant", participant));
    }

    /**
     * An event about a shared screen.
     *
     * @param moment {@code sharing_started} or {@code sharing_ended}
     * @param details of what is shared
     */
    void sharing(String moment, Doc participation, Doc details, Instant at) {
        Doc participant = participant("SharingParticipant", participation)
                .put(
                        "sharing_details",
                        call.as("MeetingSharingDetails", details).put("date_time", at));
        call.announce(word + "." + moment, object("SharingEvent").put("participant", participant));
    }

    /**
     * An event about a cloud recording.
     *
     * @param moment the end of its name, such as {@code started}
     */
    void recording(String moment, Doc segment) {
        Optional<Instant> end = segment.optionalText("end_time").map(Instant::parse);
        Doc file = call.blank("RecordingSpanEvent")
                .put("recording_start", segment.instant("start_time"))
                .put("recording_end", segment.text("end_time", ""));
        long minutes = end.map(at ->
                        Duration.between(session.instant("start_time"), at).toMinutes())
                .orElse(0L);
        call.announce(
                "recording." + moment,
                call.as("RecordingControlEvent", session)
                        .put("id", session.number("shown_id"))
                        .put("duration", minutes)
                        .put("recording_file", file));
    }

    /**
     * An event about the live stream; those of webinars have none.
     *
     * @param moment {@code live_streaming_started} or {@code live_streaming_stopped}
     */
    void streaming(String moment, Doc stream, Instant at) {
        if (!isMeeting()) {
            return;
        }
        Doc streaming = call.blank("MeetingStreamingEvent")
                .put("service", "Custom_Live_Streaming_Service")
                .put("custom_live_streaming_settings", stream.doc("to"))
                .put("date_time", at);
        call.announce(
                word + "." + moment,
                call.as("MeetingStreamEvent", session)
                        .put("id", session.number("shown_id"))
                        .put("live_streaming", streaming));
    }

    /** A quality problem. */
    void alert(String issues) {
        call.announce(word + ".alert", object("AlertEvent").put("issues", issues));
    }

    /** Webinars have no events of people who wait. */
    private boolean isMeeting() {
        return word.equals("meeting");
    }

    private String schema(String end) {
        return (isMeeting() ? "Meeting" : "Webinar") + end;
    }

    private Doc object(String end) {
        return call.as(schema(end), session).put("id", session.text("shown_id"));
    }

    /** The events of webinars have the same participants as those of meetings. */
    private Doc participant(String end, Doc participation) {
        return call.as("Meeting" + end, participation).put("user_name", participation.text("name"));
    }
}
