package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Timeline.Act;
import io.greenroom.parts.schedules.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The live stream of one session. */
final class Streams {
    /** A stream that has started may be started again after this time. */
    private static final Duration BETWEEN_STARTS = Duration.ofSeconds(30);

    private final Call call;
    private final Session session;

    Streams(Call call, Session session) {
        this.call = call;
        this.session = session;
    }

    private Optional<Doc> running() {
        return session.record().optionalDoc("streaming");
    }

    /**
     * Why the stream cannot be started. Only meetings have a documented time between two starts.
     *
     * @param schedule has the address in {@code live_stream}
     */
    Optional<Obstacle> obstacle(Doc schedule) {
        if (!schedule.has("live_stream")) {
            return Optional.of(Obstacle.UNSET);
        }
        if (session.record().text("kind").equals(Kind.WEBINAR.word())) {
            return Optional.empty();
        }
        return session.record()
                .optionalText("streamed_at")
                .map(Instant::parse)
                .filter(last -> call.second().isBefore(last.plus(BETWEEN_STARTS)))
                .map(soon -> Obstacle.TOO_SOON);
    }

    /** Starts the stream, or starts it anew with other settings; the caller keeps the session. */
    void start(Doc schedule, Optional<Doc> settings) {
        end(call.second());
        Doc stream = call.blank("SessionStream")
                .put("to", schedule.doc("live_stream"))
                .put("start_time", call.second())
                .put("settings", settings);
        session.record().put("streaming", stream).put("streamed_at", call.second());
        session.timeline().act(Act.STREAM, Optional.empty(), "start");
        session.events().streaming("live_streaming_started", stream, call.second());
    }

    /** Stops the stream if it is running. */
    void end(Instant at) {
        running().ifPresent(stream -> {
            session.record().remove("streaming");
            session.timeline().act(Act.STREAM, Optional.empty(), "stop");
            session.events().streaming("live_streaming_stopped", stream, at);
        });
    }

    boolean isRunning() {
        return running().isPresent();
    }
}
