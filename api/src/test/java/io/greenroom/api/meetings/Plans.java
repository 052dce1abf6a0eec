package io.greenroom.api.meetings;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.testkit.Scene;

/** Meetings and webinars for tests. */
final class Plans {
    static final String WEEKLY =
            """
            {"topic": "Stand-up", "type": 8, "start_time": "2021-10-18T09:00:00", "timezone": "Europe/Berlin",
             "duration": 15, "recurrence": {"type": 2, "weekly_days": "2,4", "end_times": 5}}""";

    private Plans() {}

    /** A meeting as its host gets it. */
    static Doc meeting(Scene scene, Doc host, String body) {
        return scene.ask("meetingCreate", host.id())
                .body(body)
                .announcing("meeting.created")
                .expect(201)
                .json();
    }

    /** A meeting of a licensed host. */
    static Doc meeting(Scene scene) {
        return meeting(scene, scene.user("host@example.org"), "{\"topic\": \"Planning\"}");
    }

    /** The number of a webinar. */
    static long webinar(Scene scene) {
        long number = 81_234_567_890L;
        scene.inside(unit -> unit.insert(
                Kind.WEBINAR.table(),
                unit.blank(Kind.WEBINAR.table())
                        .put("id", number)
                        .put("host_id", scene.owner())
                        .put("type", 5)
                        .put("state", "open")
                        .put("live", false)
                        .put("listed", true)));
        return number;
    }

    /** Changes a stored meeting as a running session does. */
    static void goLive(Scene scene, Doc meeting) {
        scene.inside(unit -> unit.update(
                Kind.MEETING.table(),
                unit.find(Kind.MEETING.table(), meeting.id())
                        .orElseThrow()
                        .copy()
                        .put("live", true)));
    }

    /** Switches a setting of a user. */
    static void set(Scene scene, Doc user, String settings) {
        scene.ask("userSettingsUpdate", user.id())
                .body(settings)
                .announcing("user.settings_updated")
                .expect(204);
    }
}
