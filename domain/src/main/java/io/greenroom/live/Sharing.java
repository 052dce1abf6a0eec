package io.greenroom.live;

import static io.greenroom.live.LiveTables.PARTICIPATIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Timeline.Switch;
import io.greenroom.live.states.ParticipantRole;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The shared screen of one session. One person shares at a time; another who starts ends it. */
final class Sharing {
    private static final String NONE = "none";

    private final Call call;
    private final Session session;

    Sharing(Call call, Session session) {
        this.call = call;
        this.session = session;
    }

    /**
     * Why a person may not share, as the host's settings say; hosts and co-hosts may.
     *
     * @param settings in force for the host
     */
    Optional<Obstacle> obstacle(Doc stay, Doc what, Supplier<HostSettings> settings) {
        if (what.text("content").equals(NONE)) {
            return Optional.empty();
        }
        HostSettings rules = settings.get();
        if (!rules.flag("in_meeting.screen_sharing")) {
            return Optional.of(Obstacle.DISABLED);
        }
        ParticipantRole role = ParticipantRole.of(stay);
        if (role != ParticipantRole.PARTICIPANT) {
            return Optional.empty();
        }
        if (isForHosts(rules, "in_meeting.who_can_share_screen")) {
            return Optional.of(Obstacle.NOT_ALLOWED);
        }
        boolean other = sharer().filter(id -> !id.equals(stay.text("user_id"))).isPresent();
        return other && isForHosts(rules, "in_meeting.who_can_share_screen_when_someone_is_sharing")
                ? Optional.of(Obstacle.SHARED_ALREADY)
                : Optional.empty();
    }

    private static boolean isForHosts(HostSettings rules, String setting) {
        return rules.text(setting).orElse("").equals("host");
    }

    private Optional<String> sharer() {
        return session.record().optionalText("sharer");
    }

    /** Starts, changes or stops the sharing of a stay, a copy that the caller writes. */
    void change(Doc stay, Doc what) {
        stopOther(stay.text("user_id"));
        stop(stay, call.second());
        if (!what.text("content").equals(NONE)) {
            start(stay, what);
        }
    }

    private void stopOther(String userId) {
        sharer().filter(id -> !id.equals(userId)).ifPresent(id -> stop(call.second()));
    }

    /** Stops the sharing of the person who shares, if any. */
    void stop(Instant at) {
        sharer().flatMap(
                        id -> call.store().find(PARTICIPATIONS, session.record().text("uuid") + "/" + id))
                .ifPresent(stay -> {
                    Doc changed = stay.copy();
                    stop(changed, at);
                    call.store().update(PARTICIPATIONS, changed);
                });
    }

    /** Stops the sharing of a stay, a copy that the caller writes. */
    void stop(Doc stay, Instant at) {
        stay.optionalDoc("sharing").ifPresent(what -> {
            session.timeline().finish(stay, Switch.SHARING, what.text("content"), at);
            stay.remove("sharing");
            session.record().remove("sharer");
            session.events().sharing("sharing_ended", stay, what, at);
        });
    }

    private void start(Doc stay, Doc what) {
        Doc shared = what.copy()
                .putIfAbsent("link_source", "in_meeting")
                .putIfAbsent("file_link", "")
                .putIfAbsent("source", "");
        session.timeline().begin(stay, Switch.SHARING);
        stay.put("sharing", shared).put("shared_" + shared.text("content"), true);
        session.record().put("sharer", stay.text("user_id")).put("has_screen_share", true);
        session.events().sharing("sharing_started", stay, shared, call.second());
    }
}
