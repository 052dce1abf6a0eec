package io.greenroom.api.webinars;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Scene;

/** Webinars for tests. */
final class Plans {
    static final String STARTED = "webinar.started";
    static final String ENDED = "webinar.ended";
    static final String JOINED = "webinar.participant_joined";
    static final String LEFT = "webinar.participant_left";

    private Plans() {}

    /** Changes the settings of a user. */
    static void set(Scene scene, Doc user, String settings) {
        scene.ask("userSettingsUpdate", user.id())
                .body(settings)
                .announcing("user.settings_updated")
                .expect(204);
    }

    /** A host with the webinar licence. */
    static Doc host(Scene scene) {
        Doc host = scene.user("host@example.org");
        set(scene, host, "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}");
        return host;
    }

    /** A webinar as its host gets it. */
    static Doc webinar(Scene scene, Doc host, String body) {
        return scene.ask("webinarCreate", host.id())
                .body(body)
                .announcing("webinar.created")
                .expect(201)
                .json();
    }

    /** A webinar of a host with the licence. */
    static Doc webinar(Scene scene, String settings) {
        return webinar(
                scene,
                host(scene),
                "{\"topic\": \"Launch\", \"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": %s}"
                        .formatted(settings));
    }

    /** Switches the licence of a webinar's host off. */
    static void unlicense(Scene scene, Doc webinar) {
        scene.ask("userSettingsUpdate", webinar.text("host_id"))
                .body("{\"feature\": {\"webinar\": false}}")
                .announcing("user.settings_updated")
                .expect(204);
    }
}
