package io.greenroom.api.meetings;

import static io.greenroom.api.meetings.Plans.WEEKLY;
import static io.greenroom.api.meetings.Plans.meeting;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GreenroomTest
class MeetingHandlerTest {
    private static Doc shown(Scene scene, Doc meeting) {
        return scene.ask("meeting", meeting.id()).expect(200).json();
    }

    @Test
    @Tag("postgres")
    void schedulesAMeeting(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Reply reply = scene.ask("meetingCreate", ada.id())
                .body("{\"topic\": \"Planning\", \"start_time\": \"2021-10-05T10:00:00\", \"timezone\":"
                        + " \"Europe/Berlin\"}")
                .announcing("meeting.created")
                .expect(201);

        Doc meeting = reply.json();
        assertThat(meeting.id()).matches("[89][0-9]{10}");
        assertThat(meeting.text("uuid")).matches("[A-Za-z0-9+/]{22}==");
        assertThat(meeting.text("start_time")).isEqualTo("2021-10-05T08:00:00Z");
        assertThat(meeting.text("host_id")).isEqualTo(ada.id());
        assertThat(meeting.text("host_email")).isEqualTo("ada@example.org");
        assertThat(meeting.text("status")).isEqualTo("waiting");
        assertThat(meeting.number("type")).isEqualTo(2);
        assertThat(meeting.number("duration")).isEqualTo(60);
        assertThat(meeting.text("password")).hasSize(6);
        assertThat(meeting.text("h323_password")).matches("[0-9]{6}").isEqualTo(meeting.text("pstn_password"));
        assertThat(meeting.text("encrypted_password")).hasSize(32).endsWith("09");
        assertThat(meeting.text("join_url"))
                .isEqualTo(scene.origin() + "/j/" + meeting.id() + "?pwd=" + meeting.text("encrypted_password"));
        assertThat(meeting.text("start_url")).startsWith(scene.origin() + "/s/" + meeting.id() + "?zak=ey");
        assertThat(reply.header("Content-Location")).endsWith("/meetings/" + meeting.id());
        Doc event = reply.event("meeting.created").object();
        assertThat(event.number("id")).isEqualTo(meeting.number("id"));
        assertThat(event.text("password")).isEqualTo(meeting.text("password"));
        assertThat(event.names()).doesNotContain("occurrences", "recurrence");
        assertThat(shown(scene, meeting).doc("settings")).isEqualTo(meeting.doc("settings"));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "2021-10-05T10:00:00Z, Europe/Berlin, 2021-10-05T10:00:00Z",
                "2021-10-05T10:00:00, America/New_York, 2021-10-05T14:00:00Z",
                "2021-10-05 10:00, UTC, 2021-10-05T10:00:00Z",
                "2021-10-05T10:00:00+02:00, UTC, 2021-10-05T08:00:00Z",
                "2021-12-05T10:00:00, Europe/Berlin, 2021-12-05T09:00:00Z",
            })
    void readsStartTimesInTheirZone(String start, String zone, String instant, Scene scene) {
        Doc meeting = meeting(
                scene,
                scene.user("ada@example.org"),
                "{\"start_time\": \"%s\", \"timezone\": \"%s\"}".formatted(start, zone));

        assertThat(meeting.text("start_time")).isEqualTo(instant);
        assertThat(meeting.text("timezone")).isEqualTo(zone);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2021-03-28T02:30:00", "2021-10-31T02:30:00"})
    void refusesALocalTimeThatIsSkippedOrComesTwice(String start, Scene scene) {
        Doc ada = scene.user("ada@example.org");

        scene.ask("meetingCreate", ada.id())
                .body("{\"start_time\": \"%s\", \"timezone\": \"Europe/Berlin\"}".formatted(start))
                .refused("validation");
        scene.ask("meetings", ada.id()).expect(200);
    }

    @Test
    void plansTheOccurrencesOfARecurringMeeting(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), WEEKLY);

        assertThat(meeting.docs("occurrences"))
                .extracting(occurrence -> occurrence.text("start_time"))
                .containsExactly(
                        "2021-10-18T07:00:00Z",
                        "2021-10-20T07:00:00Z",
                        "2021-10-25T07:00:00Z",
                        "2021-10-27T07:00:00Z",
                        "2021-11-01T08:00:00Z");
        assertThatJson(Json.write(meeting.docs("occurrences").getFirst()))
                .isEqualTo(
                        """
                {"occurrence_id": "1634540400000", "start_time": "2021-10-18T07:00:00Z", "duration": 15,
                 "status": "available"}""");
    }

    @Test
    void changesAndDeletesSingleOccurrences(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), WEEKLY);
        String second = meeting.docs("occurrences").get(1).text("occurrence_id");
        String third = meeting.docs("occurrences").get(2).text("occurrence_id");

        Reply changed = scene.ask("meetingUpdate", meeting.id())
                .query("occurrence_id", second)
                .body("{\"topic\": \"Ignored\", \"start_time\": \"2021-10-21T10:00:00\", \"settings\":"
                        + " {\"waiting_room\": true}}")
                .announcing("meeting.updated")
                .expect(204);
        scene.ask("meetingDelete", meeting.id())
                .query("occurrence_id", third)
                .announcing("meeting.deleted")
                .expect(204);

        assertThat(changed.event("meeting.updated").payload().text("scope")).isEqualTo("single");
        Doc one = scene.ask("meeting", meeting.id())
                .query("occurrence_id", second)
                .expect(200)
                .json();
        assertThat(one.text("topic")).isEqualTo("Stand-up");
        assertThat(one.text("start_time")).isEqualTo("2021-10-21T08:00:00Z");
        assertThat(one.doc("settings").flag("waiting_room")).isTrue();
        assertThat(shown(scene, meeting).docs("occurrences"))
                .hasSize(4)
                .extracting(occurrence -> occurrence.text("occurrence_id"))
                .contains(second)
                .doesNotContain(third);
        scene.ask("meeting", meeting.id()).query("occurrence_id", third).refused("meeting-occurrence-invalid");
        scene.ask("meetingUpdate", meeting.id())
                .query("occurrence_id", "1")
                .body("{}")
                .refused("meeting-occurrence-invalid");
    }

    @Test
    void showsPastOccurrencesOnRequest(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), WEEKLY);

        scene.advance(Duration.ofDays(80));

        assertThat(shown(scene, meeting).docs("occurrences")).hasSize(3);
        assertThat(scene.ask("meeting", meeting.id())
                        .query("show_previous_occurrences", true)
                        .expect(200)
                        .json()
                        .docs("occurrences"))
                .hasSize(5);
    }

    @Test
    void refusesARecurrenceThatContradictsItself(Scene scene) {
        Doc ada = scene.user("ada@example.org");

        for (String recurrence : List.of(
                "{\"type\": 1, \"end_times\": 3, \"end_date_time\": \"2021-12-01T00:00:00Z\"}",
                "{\"type\": 2, \"weekly_days\": \"9\"}",
                "{\"type\": 3, \"monthly_week\": 1}",
                "{\"type\": 1, \"end_date_time\": \"2021-01-01T00:00:00Z\"}")) {
            scene.ask("meetingCreate", ada.id())
                    .body("{\"type\": 8, \"start_time\": \"2021-10-05T10:00:00Z\", \"recurrence\": %s}"
                            .formatted(recurrence))
                    .refused("meeting-recurrence-invalid");
        }
        scene.ask("meetingCreate", ada.id()).body("{\"type\": 8}").refused("meeting-recurrence-invalid");
    }

    @Test
    void announcesExactlyTheChangedFields(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), "{\"topic\": \"Before\", \"duration\": 30}");

        Reply reply = scene.ask("meetingUpdate", meeting.id())
                .body("{\"topic\": \"After\", \"duration\": 30, \"settings\": {\"host_video\": true}}")
                .announcing("meeting.updated")
                .expect(204);
        scene.ask("meetingUpdate", meeting.id()).body("{\"settings\": {}}").expect(204);

        Doc payload = reply.event("meeting.updated").payload();
        assertThatJson(Json.write(payload.doc("object")))
                .isEqualTo("{\"id\": %s, \"topic\": \"After\", \"settings\": {\"host_video\": true}}"
                        .formatted(meeting.id()));
        assertThatJson(Json.write(payload.doc("old_object")))
                .isEqualTo("{\"id\": %s, \"topic\": \"Before\", \"settings\": {\"host_video\": false}}"
                        .formatted(meeting.id()));
        assertThat(shown(scene, meeting).text("topic")).isEqualTo("After");
    }

    @Test
    void plansAnewWhenTheTypeChanges(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), WEEKLY);

        scene.ask("meetingUpdate", meeting.id())
                .body("{\"type\": 2}")
                .announcing("meeting.updated")
                .expect(204);

        assertThat(shown(scene, meeting).names()).doesNotContain("occurrences", "recurrence");
    }

    @Test
    void deletesAndRecoversAMeeting(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), "{\"topic\": \"Gone\"}");

        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);
        scene.ask("meeting", meeting.id()).refused("meeting-missing");
        scene.ask("meetingDelete", meeting.id()).refused("meeting-missing-on-delete");
        scene.ask("meetingStatus", meeting.id())
                .body("{\"action\": \"recover\"}")
                .announcing("meeting.recovered")
                .expect(204);

        assertThat(shown(scene, meeting).text("topic")).isEqualTo("Gone");
    }

    @Test
    void purgesADeletedMeetingAfterAWeek(Scene scene) {
        Doc meeting = meeting(scene, scene.user("ada@example.org"), "{\"topic\": \"Gone\"}");
        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);

        scene.advance(Duration.ofDays(8));

        assertThat(scene.events().getLast().name()).isEqualTo("meeting.permanently_deleted");
        scene.ask("meetingStatus", meeting.id())
                .body("{\"action\": \"recover\"}")
                .refused("meeting-missing");
    }

    @Test
    void forgetsAMeetingThirtyDaysAfterItsEnd(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc meeting = meeting(scene, ada, "{\"start_time\": \"2021-08-12T10:00:00Z\"}");

        scene.advance(Duration.ofDays(39));
        assertThat(shown(scene, meeting).id()).isEqualTo(meeting.id());
        scene.advance(Duration.ofDays(2));

        scene.ask("meeting", meeting.id()).refused("meeting-missing");
        assertThat(scene.ask("meetings", ada.id()).expect(200).json().number("total_records"))
                .isZero();
    }

    @Test
    void keepsMeetingsFromOtherUsers(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc bob = scene.user("bob@example.org");
        Doc meeting = meeting(scene, ada, "{}");

        scene.askAs(bob.id(), "meeting:read", "meeting", meeting.id()).refused("meeting-missing");
        scene.askAs(bob.id(), "meeting:write", "meetingUpdate", meeting.id())
                .body("{}")
                .refused("meeting-not-host");
        scene.askAs(ada.id(), "meeting:read", "meeting", meeting.id()).expect(200);
        scene.elsewhere().ask("meeting", meeting.id()).refused("host-elsewhere");
    }

    @Test
    void schedulesForAUserThatHasGivenThePrivilege(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc bob = scene.user("bob@example.org");
        String body = "{\"topic\": \"For Ada\", \"schedule_for\": \"ada@example.org\"}";
        scene.ask("meetingCreate", bob.id())
                .body(body)
                .refused("meeting-schedule-for-denied", "user", "ada@example.org");
        scene.ask("userAssistantCreate", ada.id())
                .body("{\"assistants\": [{\"id\": \"%s\"}]}".formatted(bob.id()))
                .expect(201);

        Doc meeting = meeting(scene, bob, body);

        assertThat(meeting.text("host_id")).isEqualTo(ada.id());
        assertThat(meeting.text("assistant_id")).isEqualTo(bob.id());
        scene.ask("meetingCreate", bob.id())
                .body("{\"type\": 1, \"schedule_for\": \"ada@example.org\"}")
                .refused("meeting-instant-for-other");
    }

    @Test
    void letsLockedSettingsWin(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("updateAccountLockSettings", "me")
                .body("{\"schedule_meeting\": {\"host_video\": true}}")
                .announcing("account.lock_settings_updated")
                .expect(204);

        Doc meeting = meeting(scene, ada, "{\"settings\": {\"host_video\": true}}");

        assertThat(meeting.doc("settings").flag("host_video")).isFalse();
    }

    @Test
    void protectsEachMeetingSomehow(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Plans.set(scene, ada, "{\"schedule_meeting\": {\"require_password_for_scheduling_new_meetings\": false}}");

        assertThat(meeting(scene, ada, "{}").text("password")).hasSize(6);
        Doc waiting = meeting(scene, ada, "{\"settings\": {\"waiting_room\": true}}");
        assertThat(waiting.names()).doesNotContain("password", "encrypted_password");
        scene.ask("meetingUpdate", waiting.id())
                .body("{\"settings\": {\"waiting_room\": false}}")
                .expect(204);
        assertThat(shown(scene, waiting).doc("settings").flag("waiting_room")).isTrue();
    }

    @Test
    void checksThePasscodeByTheHostsRequirement(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Plans.set(
                scene,
                ada,
                "{\"schedule_meeting\": {\"meeting_password_requirement\": {\"length\": 8, \"have_number\":"
                        + " true}}}");

        scene.ask("meetingCreate", ada.id()).body("{\"password\": \"short1\"}").refused("validation");
        assertThat(meeting(scene, ada, "{\"password\": \"longer-1\"}").text("password"))
                .isEqualTo("longer-1");
        assertThat(meeting(scene, ada, "{}").text("password"))
                .hasSizeGreaterThanOrEqualTo(8)
                .containsPattern("[0-9]");
    }

    @Test
    void keepsTrackingFieldsOfTheAccountOnly(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("trackingfieldCreate")
                .body("{\"field\": \"Purpose\", \"required\": true, \"visible\": true}")
                .expect(201);

        scene.ask("meetingCreate", ada.id()).body("{}").refused("meeting-tracking-field-required");
        Doc meeting = meeting(
                scene,
                ada,
                """
                {"tracking_fields": [{"field": "Purpose", "value": "Sales"}, {"field": "Unknown", "value": "x"}]}""");

        assertThat(meeting.docs("tracking_fields")).hasSize(1);
        assertThatJson(Json.write(meeting.docs("tracking_fields").getFirst()))
                .isEqualTo("{\"field\": \"Purpose\", \"value\": \"Sales\", \"visible\": true}");
    }

    @Test
    void usesThePersonalMeetingId(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        Doc meeting = meeting(scene, ada, "{\"settings\": {\"use_pmi\": true}}");

        assertThat(meeting.number("pmi")).isEqualTo(ada.number("pmi"));
        assertThat(meeting.text("join_url")).startsWith(scene.origin() + "/j/" + ada.number("pmi"));
    }
}
