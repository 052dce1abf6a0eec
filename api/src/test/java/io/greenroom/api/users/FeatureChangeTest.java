package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class FeatureChangeTest {

    private static Ask change(Scene scene, Doc user, String features) {
        return scene.ask("userSettingsUpdate", user.id()).body("{\"feature\": {" + features + "}}");
    }

    private static void give(Scene scene, Doc user, String features) {
        change(scene, user, features).announcing("user.settings_updated").served();
    }

    private static Doc features(Scene scene, Doc user) {
        return scene.ask("userSettings", user.id()).served().json().doc("feature");
    }

    @Test
    void givesAFeatureASize(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        give(scene, ada, "\"webinar\": true, \"webinar_capacity\": 1000");
        give(scene, ada, "\"large_meeting\": true");

        Doc features = features(scene, ada);
        assertThat(features.number("webinar_capacity")).isEqualTo(1000);
        assertThat(features.number("large_meeting_capacity")).isEqualTo(100);
    }

    @Test
    void takesTheSizeWithTheFeature(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        give(scene, ada, "\"webinar\": true");

        give(scene, ada, "\"webinar\": false");

        assertThat(features(scene, ada).get("webinar_capacity")).isNull();
    }

    @Test
    void refusesPaidFeaturesToBasicUsers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .served();

        change(scene, ada, "\"large_meeting\": true").refused("large-needs-licence");
        change(scene, ada, "\"webinar\": true").refused("webinar-needs-licence");
        change(scene, ada, "\"zoom_events\": true").refused("events-need-licence");
    }

    @Test
    void refusesWebinarsBesideEvents(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        give(scene, ada, "\"zoom_events\": true");
        give(scene, ben, "\"webinar\": true");

        change(scene, ada, "\"webinar\": true").refused("webinar-beside-events");
        change(scene, ben, "\"zoom_events\": true").refused("events-beside-webinar");
        give(scene, ada, "\"webinar\": true, \"zoom_events\": false");
    }

    @Test
    void refusesPaidFeaturesToAccountsThatHaveOutgrownTheirPlan(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        scene.ask("userUpdate", ben.id())
                .body("{\"type\": 1}")
                .announcing("user.updated")
                .served();

        scene.change(account -> account.put("licences", 0));
        change(scene, ada, "\"webinar\": true").refused("paid-users-none");
        scene.change(account -> account.put("licences", 1));
        change(scene, ada, "\"webinar\": true").refused("paid-users-max", "max", "1");
        scene.change(account -> account.put("licences", 2).put("basic_users", 0));
        change(scene, ada, "\"webinar\": true").refused("free-users-max", "max", "0");
    }

    @Test
    void refusesMoreOfASizeThanWasBought(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc ben = scene.user("ben@example.org");
        TestUsers.policy(scene, policy -> {
            Doc licences = new Doc(policy.schema()
                    .property("webinar_licences")
                    .orElseThrow()
                    .schema()
                    .items());
            licences.put("capacity", 500).put("count", 1);
            return policy.put("webinar_licences", List.of(licences)).put("large_licences", List.of(licences));
        });
        give(scene, ada, "\"webinar\": true, \"webinar_capacity\": 500");
        give(scene, ada, "\"large_meeting\": true, \"large_meeting_capacity\": 500");

        change(scene, ben, "\"webinar\": true, \"webinar_capacity\": 500")
                .refused("webinar-licences-max", "max", "1", "capacity", "500");
        change(scene, ben, "\"webinar\": true, \"webinar_capacity\": 1000")
                .refused("webinar-licences-max", "max", "0", "capacity", "1000");
        change(scene, ben, "\"large_meeting\": true, \"large_meeting_capacity\": 500")
                .refused("large-licences-max", "max", "1", "capacity", "500");
        give(scene, ada, "\"webinar\": false");
        give(scene, ben, "\"webinar\": true, \"webinar_capacity\": 500");
    }

    @Test
    void refusesToRemoveAFeatureThatAnUpcomingEventNeeds(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        give(scene, ada, "\"zoom_events\": true, \"zoom_events_capacity\": 3000");
        TestUsers.change(scene, ada.id(), user -> user.put("upcoming_events_capacity", 3000));

        change(scene, ada, "\"zoom_events\": false").refused("events-removed");
        change(scene, ada, "\"zoom_events_capacity\": 1000")
                .refused("events-downgraded", "capacity", "1000", "upcoming", "3000");
        give(scene, ada, "\"zoom_events_capacity\": 5000");
    }

    @Test
    void leavesFeaturesToAdministrators(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        scene.askAs(ada.id(), "user:write", "userSettingsUpdate", "me")
                .body("{\"feature\": {\"webinar\": true}}")
                .refused("no-permission");
    }
}
