package io.greenroom.live;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Timeline.Act;
import io.greenroom.live.Timeline.Switch;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes what one person in a session does: microphone, camera, sharing, raised hand, breakout room, network, name and
 * role. A change that is refused leaves everything as it was.
 */
final class Switches {
    private final Call call;
    private final Session session;
    private final Supplier<HostSettings> settings;
    private final Timeline timeline;

    /**
     * The switches of a session's people.
     *
     * @param settings in force for the host, read only where they decide
     */
    Switches(Call call, Session session, Supplier<HostSettings> settings) {
        this.call = call;
        this.session = session;
        this.settings = settings;
        this.timeline = session.timeline();
    }

    /** Why a {@code LiveChange} of a person is refused. */
    Optional<Obstacle> obstacle(Doc stay, Doc change) {
        if (!ParticipationState.IN_MEETING.isOf(stay)) {
            return Optional.of(Obstacle.NOT_INSIDE);
        }
        if (Timeline.isFull(session.record())) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        boolean attendee = ParticipantRole.ATTENDEE.isOf(stay) && !change.has("role");
        if (attendee && (change.flag("camera_on") || change.has("sharing") || change.has("breakout_room"))) {
            return Optional.of(Obstacle.NOT_ALLOWED);
        }
        if (stay.text("device").equals("Phone") && (change.flag("camera_on") || change.has("sharing"))) {
            return Optional.of(Obstacle.NOT_ALLOWED);
        }
        return change.optionalDoc("sharing").flatMap(what -> session.sharing().obstacle(stay, what, settings));
    }

    /** Makes a change that has no obstacle; the caller keeps the session. */
    Doc apply(Doc stay, Doc change) {
        Doc changed = stay.copy();
        name(changed, change);
        role(changed, change);
        audio(changed, change);
        camera(changed, change);
        hand(changed, change);
        value(changed, change, "breakout_room", Switch.ROOM);
        quality(changed, change);
        change.optionalDoc("sharing").ifPresent(what -> session.sharing().change(changed, what));
        return changed.equals(stay) ? stay : call.store().update(PARTICIPATIONS, changed);
    }

    private void name(Doc stay, Doc change) {
        String name = change.text("name", stay.text("name"));
        if (!name.equals(stay.text("name"))) {
            timeline.act(Act.RENAME, Optional.of(stay), name);
            stay.put("name", name);
        }
    }

    private void role(Doc stay, Doc change) {
        String role = change.text("role", stay.text("role"));
        if (!role.equals(stay.text("role"))) {
            timeline.act(Act.ROLE, Optional.of(stay), role);
            stay.put("role", role);
        }
    }

    private void audio(Doc stay, Doc change) {
        if (change.has("muted") && change.flag("muted") != stay.flag("muted")) {
            stay.put("muted", change.flag("muted"));
            turn(stay, Switch.AUDIO, !change.flag("muted"));
        }
    }

    private void camera(Doc stay, Doc change) {
        if (change.has("camera_on") && change.flag("camera_on") != stay.flag("camera_on")) {
            stay.put("camera_on", change.flag("camera_on"));
            turn(stay, Switch.CAMERA, change.flag("camera_on"));
            if (change.flag("camera_on")) {
                stay.put("had_camera", true);
                session.record().put("has_video", true);
            }
        }
    }

    private void turn(Doc stay, Switch what, boolean on) {
        if (on) {
            timeline.begin(stay, what);
        } else {
            timeline.finish(stay, what, "on", call.second());
        }
    }

    private void hand(Doc stay, Doc change) {
        if (change.has("hand") && change.flag("hand") != stay.flag("hand")) {
            timeline.act(change.flag("hand") ? Act.HAND_UP : Act.HAND_DOWN, Optional.of(stay), "");
            stay.put("hand", change.flag("hand"));
        }
    }

    private void quality(Doc stay, Doc change) {
        change.optionalText("quality").ifPresent(profile -> {
            Doc drawn =
                    change.copy().put("quality", Equipment.profile(session.record(), stay.text("user_id"), profile));
            value(stay, drawn, "quality", Switch.QUALITY);
        });
    }

    /** Sets a text whose times are kept; an empty one turns it off. */
    private void value(Doc stay, Doc change, String field, Switch what) {
        Optional<String> before = stay.optionalText(field);
        Optional<String> after = change.optionalText(field).or(() -> before).filter(text -> !text.isEmpty());
        if (!Objects.equals(before, after)) {
            Instant now = call.second();
            before.ifPresent(text -> timeline.finish(stay, what, text, now));
            stay.put(field, after);
            after.ifPresent(text -> timeline.begin(stay, what));
        }
    }
}
