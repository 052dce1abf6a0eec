package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages that join, start and invite links lead to. */
@GreenroomTest
class JoinPagesTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final Pattern STATE = Pattern.compile("data-state=\"(\\w+)\"");

    /**
     * A page.
     *
     * @param text its HTML
     */
    private record Page(int status, String text) {
        String state() {
            Matcher state = STATE.matcher(text);
            return state.find() ? state.group(1) : "";
        }

        /** The text of the element with an id. */
        String element(String id) {
            Matcher element = Pattern.compile("id=\"" + id + "\"[^>]*>([^<]*)<").matcher(text);
            return element.find() ? element.group(1) : "";
        }
    }

    private static Page get(Scene scene, String url) {
        String whole = url.startsWith("/") ? scene.origin() + url : url;
        try {
            HttpResponse<String> answer = scene.http()
                    .send(HttpRequest.newBuilder(URI.create(whole)).build(), HttpResponse.BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Doc meeting(Scene scene, String settings) {
        return Plans.meeting(
                scene,
                scene.user("host@example.org"),
                """
                {"topic": "Plan <b>", "start_time": "2021-10-05T14:30:00", "timezone": "Europe/Lisbon",
                 "settings": %s}"""
                        .formatted(settings));
    }

    private static void start(Scene scene, Doc meeting) {
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200);
    }

    @Test
    void showsAMeetingBehindItsJoinLink(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        Page page = get(scene, meeting.text("join_url"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.element("topic")).isEqualTo("Plan &lt;b&gt;");
        assertThat(page.element("number")).isEqualTo(meeting.id());
        assertThat(page.element("time")).isEqualTo("Oct 5, 2021 02:30 PM Lisbon");
        assertThat(page.element("passcode")).isEqualTo("accepted");
        assertThat(page.element("host")).isEqualTo("Host Test");
        assertThat(page.state()).isEqualTo("waiting_for_host");
    }

    @Test
    void hidesAMeetingWithoutItsPasscode(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        Page missing = get(scene, "/j/" + meeting.id());
        Page wrong = get(scene, "/j/" + meeting.id() + "?pwd=000");
        Page typed = get(scene, "/w/" + meeting.id() + "?pwd=" + meeting.text("password"));

        assertThat(missing.state()).isEqualTo("passcode_required");
        assertThat(wrong.state()).isEqualTo("wrong_passcode");
        assertThat(wrong.element("passcode")).isEqualTo("wrong");
        assertThat(wrong.text()).doesNotContain("Plan", "Lisbon", "Host Test");
        assertThat(missing.text()).doesNotContain("Plan", "Lisbon", "Host Test");
        assertThat(typed.element("topic")).isEqualTo("Plan &lt;b&gt;");
    }

    @Test
    void saysWhetherAGuestCouldJoin(Scene scene) {
        Doc meeting = meeting(scene, "{\"waiting_room\": true}");
        String link = meeting.text("join_url");
        start(scene, meeting);
        assertThat(get(scene, link).state()).isEqualTo("waiting_room");
        scene.ask("meetingUpdate", meeting.id())
                .body("{\"settings\": {\"waiting_room\": false}}")
                .announcing("meeting.updated")
                .expect(204);
        assertThat(get(scene, link).state()).isEqualTo("open");

        Doc host = scene.ask("user", meeting.text("host_id")).expect(200).json();
        Doc other = Plans.meeting(scene, host, "{\"settings\": {\"join_before_host\": true, \"waiting_room\": false}}");
        assertThat(get(scene, other.text("join_url")).state()).isEqualTo("host_elsewhere");
        scene.control("controlMeetingEnd", meeting.id())
                .announcing("meeting.participant_left", "meeting.ended")
                .expect(204);
        assertThat(get(scene, other.text("join_url")).state()).isEqualTo("can_join");
    }

    @Test
    void saysThatTheHostWouldStart(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        Page page = get(scene, meeting.text("start_url"));
        assertThat(page.state()).isEqualTo("can_start");
        assertThat(page.element("name")).isEqualTo("Host Test");
        switchUser(scene, meeting, "deactivate");
        assertThat(get(scene, meeting.text("start_url")).state()).isEqualTo("start_link_invalid");

        switchUser(scene, meeting, "activate");
        String fresh = scene.ask("meeting", meeting.id()).expect(200).json().text("start_url");
        assertThat(get(scene, fresh).state()).isEqualTo("can_start");
        scene.advance(Duration.ofDays(90));
        assertThat(get(scene, fresh).state()).isEqualTo("start_link_invalid");
        assertThat(get(scene, fresh).text()).doesNotContain("Plan");
        assertThat(get(scene, "/s/" + meeting.id() + "?zak=a.b.c").state()).isEqualTo("start_link_invalid");
    }

    private static void switchUser(Scene scene, Doc meeting, String action) {
        scene.ask("userStatus", meeting.text("host_id"))
                .body("{\"action\": \"%s\"}".formatted(action))
                .announcing("user." + action + "d")
                .expect(204);
    }

    @Test
    void showsThePersonalMeetingBehindALink(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        scene.ask("userUpdate", ada.id())
                .body("{\"vanity_name\": \"ada.l\"}")
                .announcing("user.updated")
                .expect(204);

        Page page = get(scene, "/my/ADA.l");
        assertThat(page.element("number")).isEqualTo(ada.text("pmi"));
        assertThat(get(scene, "/j/" + ada.text("pmi")).element("number")).isEqualTo(ada.text("pmi"));
        assertThat(get(scene, "/my/nobody").status()).isEqualTo(404);
    }

    @Test
    void refusesUnknownNumbers(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        for (String path : new String[] {"/j/123", "/j/81234567890", "/s/abc", "/j", "/my/a/b"}) {
            assertThat(get(scene, path).status()).as(path).isEqualTo(404);
        }
        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);
        assertThat(get(scene, meeting.text("join_url")).status()).isEqualTo(404);
    }

    @Test
    void saysThatAMeetingIsOver(Scene scene) {
        Doc meeting = meeting(scene, "{}");
        scene.advance(Duration.ofDays(120));
        Page page = get(scene, meeting.text("join_url"));

        assertThat(page.state()).isEqualTo("ended");
        assertThat(page.text()).doesNotContain("Plan");
    }

    @Test
    void invitesAPersonByATokenUntilItExpires(Scene scene) {
        Doc meeting = meeting(scene, "{\"waiting_room\": false}");
        String link = scene.ask("meetingInviteLinksCreate", meeting.id())
                .body("{\"attendees\": [{\"name\": \"Bob/B\"}], \"ttl\": 600}")
                .expect(201)
                .json()
                .docs("attendees")
                .getFirst()
                .text("join_url");
        String token = link.substring(link.indexOf("tk=") + 3);
        String body = "{\"invite_token\": \"%s\"}".formatted(token);

        assertThat(get(scene, link).element("name")).isEqualTo("Bob/B");
        assertThat(get(scene, link).state()).isEqualTo("waiting_for_host");
        start(scene, meeting);
        scene.control("controlMeetingJoin", meeting.id())
                .body(body)
                .announcing(JOINED)
                .expect(200);
        assertThat(scene.control("controlMeetingLive", meeting.id())
                        .expect(200)
                        .json()
                        .docs("participants"))
                .extracting(one -> one.text("name"))
                .containsExactly("Host Test", "Bob/B");

        Doc other = Plans.meeting(scene, scene.user("other@example.org"), "{}");
        scene.advance(Duration.ofMinutes(9));
        assertThat(reason(scene, other, body)).isEqualTo("invitation_invalid");
        scene.advance(Duration.ofMinutes(1));
        assertThat(reason(scene, meeting, body)).isEqualTo("invitation_invalid");
        assertThat(get(scene, link).state()).isEqualTo("passcode_required");
    }

    private static String reason(Scene scene, Doc meeting, String body) {
        return scene.control("controlMeetingJoin", meeting.id())
                .body(body)
                .expect(200)
                .json()
                .text("reason");
    }
}
