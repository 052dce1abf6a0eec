package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Timeline.Act;
import io.greenroom.live.states.ParticipantRole;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What people and the API do in running sessions beside joining and leaving. Each command answers why it is refused;
 * one that is refused changes nothing. Stays are read anew, so that a caller may pass one that an earlier command has
 * changed.
 */
public final class LiveActs {
    private final Sessions sessions;
    private final Hosts hosts;

    public LiveActs(Sessions sessions, Hosts hosts) {
        this.sessions = sessions;
        this.hosts = hosts;
    }

    /**
     * Changes what a person does.
     *
     * @param change a {@code LiveChange}; its {@code waiting} is not read
     */
    public Optional<Obstacle> change(Call call, Doc schedule, Doc stay, Doc change) {
        Optional<Doc> now = sessions.participation(call, schedule, stay.text("user_id"));
        if (now.isEmpty()) {
            return Optional.of(Obstacle.NOT_INSIDE);
        }
        return in(call, schedule, session -> {
            Switches switches = new Switches(call, session, () -> hosts.settings(call, hosts.host(call, schedule)));
            Optional<Obstacle> obstacle = switches.obstacle(now.get(), change);
            if (obstacle.isEmpty()) {
                switches.apply(now.get(), change);
            }
            return obstacle;
        });
    }

    /** Runs a command in the running session, which is written if the command is not refused. */
    private Optional<Obstacle> in(Call call, Doc schedule, Function<Session, Optional<Obstacle>> command) {
        Optional<Doc> running = sessions.running(call, schedule);
        if (running.isEmpty()) {
            return Optional.of(Obstacle.NOT_RUNNING);
        }
        Session session = new Session(call, running.get().copy());
        Optional<Obstacle> obstacle = command.apply(session);
        if (obstacle.isEmpty()) {
            session.keep();
        }
        return obstacle;
    }

    /** Locks or unlocks the session: a locked one takes no more people. */
    public Optional<Obstacle> lock(Call call, Doc schedule, boolean locked) {
        return in(call, schedule, session -> {
            if (session.record().flag("locked") == locked) {
                return Optional.of(Obstacle.DONE_ALREADY);
            }
            session.record().put("locked", locked);
            session.timeline().act(locked ? Act.LOCK : Act.UNLOCK, Optional.empty(), "");
            return Optional.empty();
        });
    }

    /**
     * Controls the recording.
     *
     * @param stay of the host or co-host who does it; empty for the API
     * @param word {@code cloud} and {@code local} start one, {@code pause}, {@code resume} or {@code stop}
     */
    public Optional<Obstacle> record(Call call, Doc schedule, Optional<Doc> stay, String word) {
        Recordings.Action action = Recordings.Action.valueOf(word.toUpperCase(Locale.ROOT));
        if (!stay.map(LiveActs::mayControl).orElse(true)) {
            return Optional.of(Obstacle.NOT_ALLOWED);
        }
        return in(call, schedule, session -> {
            if (isDisabled(call, schedule, action)) {
                return Optional.of(Obstacle.DISABLED);
            }
            Recordings recordings = session.recordings();
            Optional<Obstacle> obstacle = recordings.obstacle(action);
            if (obstacle.isEmpty()) {
                recordings.perform(action, stay, call.second());
            }
            return obstacle;
        });
    }

    private static boolean mayControl(Doc stay) {
        return switch (ParticipantRole.of(stay)) {
            case HOST, CO_HOST -> true;
            case PARTICIPANT, PANELIST, ATTENDEE -> false;
        };
    }

    private boolean isDisabled(Call call, Doc schedule, Recordings.Action action) {
        return switch (action) {
            case CLOUD -> isOff(call, schedule, "recording.cloud_recording");
            case LOCAL -> isOff(call, schedule, "recording.local_recording");
            case PAUSE, RESUME, STOP -> false;
        };
    }

    private boolean isOff(Call call, Doc schedule, String setting) {
        return !hosts.settings(call, hosts.host(call, schedule)).flag(setting);
    }

    /**
     * Starts the live stream, or starts it anew with other settings.
     *
     * @param settings a {@code MeetingStreamSettings}
     */
    public Optional<Obstacle> startStream(Call call, Doc schedule, Optional<Doc> settings) {
        return in(call, schedule, session -> {
            Optional<Obstacle> obstacle = session.streams().obstacle(schedule);
            if (obstacle.isEmpty()) {
                session.streams().start(schedule, settings);
            }
            return obstacle;
        });
    }

    /** Stops the live stream. */
    public Optional<Obstacle> stopStream(Call call, Doc schedule) {
        return in(call, schedule, session -> {
            if (!session.streams().isRunning()) {
                return Optional.of(Obstacle.NOTHING_THERE);
            }
            session.streams().end(call.second());
            return Optional.empty();
        });
    }

    /** Announces a quality problem that the service has noticed. */
    public Optional<Obstacle> alert(Call call, Doc schedule, String issues) {
        return in(call, schedule, session -> {
            if (Timeline.isFull(session.record())) {
                return Optional.of(Obstacle.TOO_MANY);
            }
            session.timeline().act(Act.ALERT, Optional.empty(), issues);
            session.events().alert(issues);
            return Optional.empty();
        });
    }
}
