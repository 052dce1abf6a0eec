package io.greenroom.api.webinars;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that webinars refuse, each for one reason. */
@GreenroomTest
class WebinarRefusalsTest {
    private static final List<String> NAMED = List.of(
            "webinar", "webinarUpdate", "webinarDelete", "webinarPanelists", "webinarPolls", "webinarRegistrants");

    @Test
    void requiresTheLicenceOfTheHost(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 0}");
        Plans.unlicense(scene, webinar);
        String host = webinar.text("host_id");

        scene.ask("webinarCreate", host).body("{}").refused("webinar-plan-none-on-create", "userId", host);
        scene.ask("webinars", host).refused("webinar-api-closed", "userId", host);
        scene.ask("listWebinarTemplates", host).refused("webinar-api-closed", "userId", host);
        Map.of(
                        "webinarUpdate", "webinar-plan-none-on-change",
                        "webinarStatus", "webinar-plan-none",
                        "webinarPanelists", "webinar-plan-none-for-panelists",
                        "webinarRegistrants", "webinar-plan-none",
                        "webinarRegistrantStatus", "webinar-plan-none-for-registrants",
                        "addBatchWebinarRegistrants", "webinar-plan-none-for-batch",
                        "webinarInviteLinksCreate", "webinar-plan-required",
                        "getWebinarLiveStreamDetails", "webinar-plan-required")
                .forEach((operation, failure) -> scene.ask(operation, webinar.id())
                        .body(
                                operation.equals("webinarRegistrantStatus")
                                        ? "{\"action\": \"approve\"}"
                                        : "{\"action\": \"end\"}")
                        .refused(failure, "userId", host));
    }

    @Test
    void answersThatAWebinarIsMissing(Scene scene) {
        for (String operation : NAMED) {
            scene.ask(operation, 81234567890L).body("{}").refused("webinar-missing");
        }
        scene.ask("webinarInviteLinksCreate", 81234567890L).body("{}").refused("webinar-unknown");
        scene.ask("webinarInviteLinksCreate", 5).body("{}").refused("webinar-id-unknown");
        scene.ask("getWebinarLiveStreamDetails", 5).refused("webinar-id-unknown");
        scene.ask("webinar", "x").refused("webinar-id-invalid");
        scene.ask("webinarUpdate", "x").body("{}").refused("webinar-id-invalid-on-change");
        scene.ask("listWebinarTemplates", "none@example.org").refused("webinar-user-absent");
    }

    @Test
    void keepsWebinarsFromOthers(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        Doc bob = scene.user("bob@example.org");
        Scene elsewhere = scene.elsewhere();

        scene.askAs(bob.id(), "webinar:write", "webinarDelete", webinar.id()).refused("webinar-not-host");
        scene.askAs(bob.id(), "webinar:write", "webinarUpdate", webinar.id())
                .body("{}")
                .refused("meeting-not-host");
        for (String operation : List.of("webinar", "webinarDelete", "webinarPanelists", "webinarRegistrants")) {
            elsewhere.ask(operation, webinar.id()).refused("host-outside", "accountId", elsewhere.account());
        }
        scene.ask("webinar", webinar.id()).expect(200);
    }

    @Test
    void refusesWhatAWebinarCannotBe(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");

        scene.ask("webinarUpdate", webinar.id()).body("{\"type\": 9}").refused("meeting-recurrence-invalid");
        scene.ask("webinarUpdate", webinar.id())
                .body("{\"settings\": {\"enforce_login_domains\": \"no domain\"}}")
                .refused("validation");
        scene.ask("webinarCreate", webinar.text("host_id"))
                .body("{\"template_id\": \"none\"}")
                .refused("meeting-template-unknown");
        scene.ask("addBatchWebinarRegistrants", webinar.id()).body("{}").refused("webinar-registration-off");
        scene.ask("webinarAbsentees", webinar.id()).refused("meeting-not-ended");
        scene.ask(
                        "webinarDelete",
                        scene.ask("user", webinar.text("host_id"))
                                .expect(200)
                                .json()
                                .number("pmi"))
                .refused("meeting-pmi-kept");
    }

    @Test
    void requiresTrackingFields(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        scene.ask("trackingfieldCreate")
                .body("{\"field\": \"Purpose\", \"required\": true}")
                .expect(201);

        scene.ask("webinarUpdate", webinar.id())
                .body("{\"tracking_fields\": []}")
                .refused("meeting-tracking-field-required");
        scene.ask("webinarCreate", webinar.text("host_id")).body("{}").refused("meeting-tracking-field-required");
    }

    @Test
    void answersThatAnExpiredWebinarHasEnded(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");

        scene.advance(Duration.ofDays(40));

        scene.ask("webinarDelete", webinar.id()).refused("webinar-has-ended");
        assertThat(scene.ask("webinars", webinar.text("host_id"))
                        .expect(200)
                        .json()
                        .docs("webinars"))
                .isEmpty();
    }
}
