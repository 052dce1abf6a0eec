package io.greenroom.live;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;
import static io.greenroom.live.LiveTables.SEGMENTS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Timeline.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The recording of one session: segments from start to stop, with a gap for each pause. Only cloud recordings announce
 * events.
 */
final class Recordings {
    private static final int MOST_GAPS = 500;
    private static final String CLOUD = "cloud";

    /** What is done with a recording. */
    enum Action {
        CLOUD,
        LOCAL,
        PAUSE,
        RESUME,
        STOP;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Call call;
    private final Session session;

    Recordings(Call call, Session session) {
        this.call = call;
        this.session = session;
    }

    private Optional<Doc> running() {
        return session.record().optionalText("segment").flatMap(number -> call.store()
                .find(SEGMENTS, session.record().text("uuid") + "/" + number));
    }

    /** Why an action has no effect. */
    Optional<Obstacle> obstacle(Action action) {
        Optional<Doc> running = running();
        boolean paused = running.filter(one -> one.has("paused_at")).isPresent();
        return switch (action) {
            case CLOUD, LOCAL ->
                running.isPresent()
                        ? Optional.of(Obstacle.DONE_ALREADY)
                        : Optional.of(Obstacle.TOO_MANY).filter(full -> Timeline.isFull(session.record()));
            case STOP -> Optional.of(Obstacle.NOTHING_THERE).filter(none -> running.isEmpty());
            case RESUME -> Optional.of(Obstacle.NOTHING_THERE).filter(none -> !paused);
            case PAUSE -> {
                if (running.isEmpty()) {
                    yield Optional.of(Obstacle.NOTHING_THERE);
                }
                if (paused) {
                    yield Optional.of(Obstacle.DONE_ALREADY);
                }
                yield Optional.of(Obstacle.TOO_MANY)
                        .filter(full -> running.get().docs("gaps").size() == MOST_GAPS);
            }
        };
    }

    /**
     * Performs an action that has no obstacle; the caller keeps the session.
     *
     * @param stay of the person who does it
     */
    void perform(Action action, Optional<Doc> stay, Instant at) {
        session.timeline().act(Act.RECORD, stay, action.word());
        switch (action) {
            case CLOUD, LOCAL -> start(action.word(), stay, at);
            case PAUSE -> announce("paused", keep(segment().put("paused_at", at)));
            case RESUME -> announce("resumed", keep(closed(segment(), at)));
            case STOP -> stop(at);
        }
    }

    private Doc segment() {
        return running().orElseThrow().copy();
    }

    private Doc keep(Doc segment) {
        return call.store().keep(SEGMENTS, segment);
    }

    private void start(String kind, Optional<Doc> stay, Instant at) {
        long number = session.record().number("segments", 0) + 1;
        Doc segment = keep(call.blank(SEGMENTS)
                .put("session", session.record().text("uuid"))
                .put("number", number)
                .put("kind", kind)
                .put("user_id", stay.map(one -> one.text("user_id")).orElse(""))
                .put("start_time", at));
        session.record()
                .put("segments", number)
                .put("segment", Long.toString(number))
                .put("recording", "recording")
                .put("has_recording", true);
        stay.flatMap(one -> call.store().find(PARTICIPATIONS, one.text("session") + "/" + one.text("user_id")))
                .ifPresent(one -> call.store().update(PARTICIPATIONS, one.copy().put("recorded", true)));
        announce("started", segment);
    }

    /** Ends a gap that is open. */
    private Doc closed(Doc segment, Instant at) {
        if (segment.has("paused_at")) {
            List<Doc> gaps = new ArrayList<>(segment.docs("gaps"));
            gaps.add(call.blank("SegmentGap")
                    .put("start_time", segment.instant("paused_at"))
                    .put("end_time", at));
            segment.put("gaps", gaps).remove("paused_at");
        }
        return segment;
    }

    private void stop(Instant at) {
        Doc stopped = keep(closed(segment(), at).put("end_time", at));
        session.record().remove("segment").put("recording", "none");
        announce("stopped", stopped);
    }

    /** Stops what is being recorded when the session ends. */
    void end(Instant at) {
        if (running().isPresent()) {
            stop(at);
        }
    }

    private void announce(String moment, Doc segment) {
        if (moment.equals("paused") || moment.equals("resumed")) {
            session.record().put("recording", moment.equals("paused") ? "paused" : "recording");
        }
        if (segment.text("kind").equals(CLOUD)) {
            session.events().recording(moment, segment);
        }
    }
}
