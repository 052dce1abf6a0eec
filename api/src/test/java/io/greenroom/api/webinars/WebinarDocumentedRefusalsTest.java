package io.greenroom.api.webinars;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** Refusals about webinars without registration, without a licence, or with too much of something. */
@GreenroomTest
class WebinarDocumentedRefusalsTest {
    private static final String REGISTRANT = "{\"email\": \"ada@example.com\", \"first_name\": \"Ada\"}";
    private static final String BATCH = "{\"registrants\": [" + REGISTRANT + "]}";

    private static Doc recurring(Scene scene) {
        return Plans.webinar(
                scene,
                Plans.host(scene),
                """
                {"topic": "Launch", "type": 9, "start_time": "2021-08-02T12:00:00Z",
                 "recurrence": {"type": 1, "end_times": 3}, "settings": {"approval_type": 0}}""");
    }

    private static String register(Scene scene, Doc webinar) {
        return scene.ask("webinarRegistrantCreate", webinar.id())
                .body(REGISTRANT)
                .announcing("webinar.registration_created")
                .expect(201)
                .json()
                .text("registrant_id");
    }

    @Test
    void refusesBatchesOfOtherTypesAndWithoutRegistration(Scene scene) {
        Doc recurring = recurring(scene);
        scene.ask("addBatchWebinarRegistrants", recurring.id()).body(BATCH).refused("webinar-batch-unscheduled");
        Doc open = Plans.webinar(
                scene,
                scene.ask("user", recurring.text("host_id")).expect(200).json(),
                "{\"topic\": \"Open\", \"start_time\": \"2021-08-02T10:00:00Z\"}");
        scene.ask("addBatchWebinarRegistrants", open.id()).body(BATCH).refused("webinar-registration-off");
        scene.ask("deleteWebinarRegistrant", open.id(), "Fg0iCFGpGKWugTYMPtuy5w")
                .refused("webinar-registration-disabled");
    }

    @Test
    void refusesRegistrantsAndPanelistsWithoutALicence(Scene scene) {
        Doc webinar = recurring(scene);
        String registrant = register(scene, webinar);
        Plans.unlicense(scene, webinar);

        scene.ask("deleteWebinarRegistrant", webinar.id(), registrant).refused("webinar-plan-required");
        scene.ask("webinarPanelistCreate", webinar.id())
                .body("{\"panelists\": [{\"name\": \"Pat\", \"email\": \"pat@example.com\"}]}")
                .refused("webinar-plan-none-for-panelists");
        scene.ask("webinarPanelistDelete", webinar.id(), "pat@example.com").refused("webinar-plan-none");
    }

    @Test
    void refusesContradictoryRecurrencesAndUnknownNumbers(Scene scene) {
        Doc host = Plans.host(scene);
        scene.ask("webinarCreate", host.id())
                .body("{\"topic\": \"Launch\", \"type\": 9, \"start_time\": \"2021-08-02T12:00:00Z\"}")
                .refused("meeting-recurrence-invalid");
        scene.ask("webinarRegistrantQuestionUpdate", 99_999_999_999L)
                .body("{\"questions\": []}")
                .refused("webinar-missing");
    }

    @Test
    void limitsPollsAndChangesOfStatus(Scene scene) {
        Doc webinar = recurring(scene);
        String poll = "{\"title\": \"Lunch\", \"questions\": [{\"name\": \"Go?\", \"type\": \"single\", \"answers\":"
                + " [\"Yes\"]}]}";
        for (int i = 0; i < 25; i++) {
            scene.ask("webinarPollCreate", webinar.id()).body(poll).expect(201);
        }
        scene.ask("webinarPollCreate", webinar.id()).body(poll).refused("meeting-polls-full");
        String registrant = register(scene, webinar);
        for (int i = 0; i < 10; i++) {
            change(scene, webinar, registrant, i % 2 == 0 ? "deny" : "approve");
        }
        scene.ask("webinarRegistrantStatus", webinar.id())
                .body("{\"action\": \"deny\", \"registrants\": [{\"id\": \"" + registrant + "\"}]}")
                .refused("webinar-registrant-status-quota");
    }

    private static void change(Scene scene, Doc webinar, String registrant, String action) {
        scene.ask("webinarRegistrantStatus", webinar.id())
                .body("{\"action\": \"%s\", \"registrants\": [{\"id\": \"%s\"}]}".formatted(action, registrant))
                .announcing("webinar.registration_" + (action.equals("deny") ? "denied" : "approved"))
                .expect(204);
    }

    @Test
    void keepsStatusesFromOtherHosts(Scene scene) {
        Doc webinar = recurring(scene);
        Doc other = scene.user("other@example.org");

        scene.askAs(other.id(), "webinar:write", "webinarStatus", webinar.id())
                .body("{\"action\": \"end\"}")
                .refused("meeting-not-host");
    }

    @Test
    void listsNoAbsenteesWithoutRegistrationOrLicence(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        String uuid = scene.control("controlWebinarStart", webinar.id())
                .announcing(Plans.STARTED, Plans.JOINED)
                .expect(200)
                .json()
                .text("uuid");
        scene.control("controlWebinarEnd", webinar.id())
                .announcing(Plans.LEFT, Plans.ENDED)
                .expect(204);

        scene.ask("webinarAbsentees", uuid).refused("webinar-registration-none");
        Plans.unlicense(scene, webinar);
        scene.ask("webinarAbsentees", uuid).refused("webinar-plan-none");
    }

    @Test
    void approvesNoMoreThanFit(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{\"approval_type\": 0, \"registrants_restrict_number\": 1}");
        String ada = register(scene, webinar);
        change(scene, webinar, ada, "deny");
        scene.ask("webinarRegistrantCreate", webinar.id())
                .body("{\"email\": \"bob@example.com\", \"first_name\": \"Bob\"}")
                .announcing("webinar.registration_created")
                .expect(201);

        scene.ask("webinarRegistrantStatus", webinar.id())
                .body("{\"action\": \"approve\", \"registrants\": [{\"id\": \"" + ada + "\"}]}")
                .refused("webinar-full");
    }
}
