package io.greenroom.live.talk;

import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;
import io.greenroom.live.Obstacle;
import io.greenroom.live.Sessions;
import io.greenroom.live.Timeline;
import io.greenroom.live.Timeline.Act;
import io.greenroom.live.states.ParticipationState;
import java.util.Optional;

/** What people write and say in sessions: chat lines, spoken lines and captions. */
public final class ChatLines {
    private final Sessions sessions;
    private final Hosts hosts;

    public ChatLines(Sessions sessions, Hosts hosts) {
        this.sessions = sessions;
        this.hosts = hosts;
    }

    /**
     * A line.
     *
     * @param to the participant id of the only recipient; empty for all
     * @param seconds how long a spoken line or a caption lasts
     * @param file that is sent with a chat line
     */
    public record Line(String text, Optional<String> to, long seconds, Optional<SentFile> file) {
        /** A line without a file. */
        public Line(String text, Optional<String> to, long seconds) {
            this(text, to, seconds, Optional.empty());
        }
    }

    /** Adds a chat line; files need the host's setting. */
    public Optional<Obstacle> chat(Call call, Doc schedule, Doc stay, Line line) {
        boolean disabled = line.file().isPresent()
                && !hosts.settings(call, hosts.host(call, schedule)).flag("in_meeting.file_transfer");
        return disabled ? Optional.of(Obstacle.DISABLED) : add(call, schedule, stay, Act.CHAT, line);
    }

    /** Adds a spoken line, of which transcripts are made; the person must not be muted. */
    public Optional<Obstacle> say(Call call, Doc schedule, Doc stay, Line line) {
        return stay.flag("muted") ? Optional.of(Obstacle.NOT_ALLOWED) : add(call, schedule, stay, Act.SAY, line);
    }

    /** Adds a closed caption that a person types. */
    public Optional<Obstacle> caption(Call call, Doc schedule, Doc stay, Line line) {
        return add(call, schedule, stay, Act.CAPTION, line);
    }

    private Optional<Obstacle> add(Call call, Doc schedule, Doc stay, Act kind, Line line) {
        Optional<Doc> running = sessions.running(call, schedule);
        if (running.isEmpty()) {
            return Optional.of(Obstacle.NOT_RUNNING);
        }
        if (!ParticipationState.IN_MEETING.isOf(stay)) {
            return Optional.of(Obstacle.NOT_INSIDE);
        }
        if (Timeline.isFull(running.get())) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        Doc session = running.get().copy();
        if (line.file().filter(file -> !file.fits(session)).isPresent()) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        Optional<Doc> file = line.file().map(sent -> sent.keep(call, session, stay));
        new Timeline(call, session).line(kind, stay, line.text(), act -> act.put("to", line.to())
                .put("seconds", line.seconds())
                .put("file", file.map(Doc::id)));
        call.store().update(SESSIONS, session);
        return Optional.empty();
    }
}
