package io.greenroom.api.meetings;

import static io.greenroom.api.meetings.Plans.meeting;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests that meetings refuse, each for one reason. */
@GreenroomTest
class MeetingRefusalsTest {

    private static void refused(Scene scene, String body, String failure) {
        Doc host = scene.user("host@example.org");
        Doc meeting = meeting(scene, host, "{}");
        scene.ask("meetingCreate", host.id()).body(body).refused(failure);
        scene.ask("meetingUpdate", meeting.id()).body(body).refused(failure);
    }

    @Test
    void refusesMalformedDomains(Scene scene) {
        refused(scene, "{\"settings\": {\"enforce_login_domains\": \"no domain\"}}", "meeting-domains-malformed");
    }

    @Test
    void refusesToPrescheduleOtherTypes(Scene scene) {
        refused(scene, "{\"type\": 3, \"pre_schedule\": true}", "meeting-pre-schedule-type");
    }

    @Test
    void refusesUnknownTemplates(Scene scene) {
        refused(scene, "{\"template_id\": \"none\"}", "meeting-template-unknown");
    }

    @Test
    void refusesARecurringMeetingWithoutARecurrence(Scene scene) {
        refused(scene, "{\"type\": 8}", "meeting-recurrence-invalid");
    }

    @Test
    void refusesAlternativeHostsWithoutALicence(Scene scene) {
        refused(scene, "{\"settings\": {\"alternative_hosts\": \"none@example.org\"}}", "validation");
    }

    @Test
    void refusesPeopleOfBlockedDomains(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc meeting = meeting(scene, host, "{}");
        scene.ask("userSettingsUpdate", host.id())
                .query("option", "meeting_security")
                .body(
                        """
                {"meeting_security": {"block_user_domain": true, "block_user_domain_list": ["blocked.example"]}}""")
                .announcing("user.settings_updated")
                .expect(204);
        String body = "{\"settings\": {\"alternative_hosts\": \"eve@blocked.example\"}}";

        scene.ask("meetingCreate", host.id()).body(body).refused("meeting-domain-blocked", "domain", "blocked.example");
        scene.ask("meetingUpdate", meeting.id())
                .body(body)
                .refused("meeting-domain-blocked", "domain", "blocked.example");
    }

    @Test
    void refusesHostsThatAMeetingCannotGoTo(Scene scene) {
        Doc meeting = meeting(scene);
        scene.user("ada@example.org");

        scene.ask("meetingUpdate", meeting.id())
                .body("{\"schedule_for\": \"none@example.org\"}")
                .refused("user-missing");
        scene.ask("meetingUpdate", meeting.id())
                .body("{\"schedule_for\": \"ada@example.org\"}")
                .refused("meeting-schedule-for-denied", "user", "ada@example.org");
        scene.ask("meetingUpdate", meeting.id())
                .body("{\"type\": 1, \"schedule_for\": \"ada@example.org\"}")
                .refused("meeting-instant-for-other");
    }

    @Test
    void requiresTrackingFieldsInChanges(Scene scene) {
        Doc meeting = meeting(scene);
        scene.ask("trackingfieldCreate")
                .body("{\"field\": \"Purpose\", \"required\": true}")
                .expect(201);

        scene.ask("meetingUpdate", meeting.id())
                .body("{\"tracking_fields\": []}")
                .refused("meeting-tracking-field-required");
    }

    @Test
    void limitsCreationsAndChangesOfADay(Scene scene) {
        Doc host = scene.user("host@example.org");
        Doc meeting = meeting(scene, host, "{}");
        for (int i = 0; i < 100; i++) {
            scene.advance(Duration.ofSeconds(1));
            scene.ask("meetingUpdate", meeting.id()).body("{}").expect(204);
        }
        for (int i = 1; i < 100; i++) {
            scene.advance(Duration.ofSeconds(1));
            meeting(scene, host, "{}");
        }

        scene.ask("meetingUpdate", meeting.id()).body("{}").refused("meeting-quota");
        scene.ask("meetingCreate", host.id()).body("{}").refused("meeting-quota");
    }

    @Test
    void refusesOccurrencesThatAMeetingLacks(Scene scene) {
        scene.ask("meetingDelete", meeting(scene).id())
                .query("occurrence_id", "1")
                .refused("meeting-occurrence-invalid");
    }

    @Test
    void hasNoPollsOfWebinars(Scene scene) {
        long webinar = Plans.webinar(scene);

        for (String operation : List.of("meetingPollGet", "meetingPollUpdate", "meetingPollDelete")) {
            scene.ask(operation, webinar, "x").body("{\"title\": \"Lunch\"}").refused("meeting-is-webinar");
        }
    }

    @Test
    void keepsPastMeetingsFromOthers(Scene scene) {
        Doc meeting = meeting(scene);
        Doc bob = scene.user("bob@example.org");
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", "meeting.participant_joined")
                .expect(200);
        scene.control("controlMeetingEnd", meeting.id())
                .announcing("meeting.participant_left", "meeting.ended")
                .expect(204);

        scene.askAs(bob.id(), "meeting:read", "pastMeetingDetails", meeting.id())
                .refused("meeting-past-closed");
        scene.askAs(bob.id(), "meeting:read", "pastMeetingParticipants", meeting.id())
                .refused("meeting-past-information-closed");
        Scene elsewhere = scene.elsewhere();
        elsewhere.ask("pastMeetingDetails", meeting.id()).refused("meeting-unavailable");
        elsewhere.ask("pastMeetingParticipants", meeting.id()).refused("meeting-unavailable");
        scene.send("GET", "/past_meetings/%2500/participants").refused("meeting-not-ended");
        scene.change(account -> account.put("plan", "free"));
        scene.advance(Duration.ofSeconds(1));
        scene.ask("pastMeetingDetails", meeting.id()).refused("meeting-account-unpaid");
        scene.advance(Duration.ofSeconds(1));
        scene.ask("pastMeetingParticipants", meeting.id()).refused("meeting-account-unpaid");
    }

    @Test
    void admitsNoMoreThanFit(Scene scene) {
        Doc host = scene.user("host@example.org");
        Plans.set(scene, host, "{\"feature\": {\"meeting_capacity\": 1}}");
        Doc meeting = meeting(scene, host, "{\"settings\": {\"waiting_room\": true}}");
        String waiting = scene.control("controlMeetingJoin", meeting.id())
                .announcing("meeting.participant_jbh_waiting")
                .expect(200)
                .json()
                .text("participant_id");
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", "meeting.participant_joined", "meeting.participant_joined_waiting_room")
                .expect(200);

        scene.control("controlMeetingParticipantUpdate", meeting.id(), waiting)
                .body("{\"waiting\": false}")
                .refused("control-meeting-full");
    }
}
