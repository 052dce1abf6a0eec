package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The registration pages of meetings and the mails about registrations. */
@GreenroomTest
class RegistrationPagesTest {
    private static final String CREATED = "meeting.registration_created";
    private static final String ADA = "email=ada%40example.com&first_name=Ada&last_name=Lovelace";
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
    }

    private static Page send(Scene scene, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = scene.http().send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page get(Scene scene, String url) {
        return send(scene, HttpRequest.newBuilder(URI.create(url)));
    }

    private static Page post(Scene scene, String url, String form) {
        return send(
                scene,
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static Doc meeting(Scene scene, String settings) {
        return Plans.meeting(
                scene,
                scene.user("host@example.org"),
                "{\"topic\": \"Plan <b>\", \"start_time\": \"2021-08-02T10:00:00Z\", \"settings\": {%s}}"
                        .formatted(settings));
    }

    private static List<Doc> list(Scene scene, Doc meeting, String status) {
        return scene.ask("meetingRegistrants", meeting.id())
                .query("status", status)
                .expect(200)
                .json()
                .docs("registrants");
    }

    private static List<Doc> mails(Scene scene) {
        return scene.control("controlMails").expect(200).json().docs("mails");
    }

    private static List<String> events(Scene scene) {
        return scene.events().stream()
                .map(Reply.Heard::name)
                .filter(name -> name.contains("registration"))
                .toList();
    }

    @Test
    void registersThroughTheForm(Scene scene) {
        Doc meeting = meeting(scene, "\"approval_type\": 0");
        String url = meeting.text("registration_url");
        Page form = get(scene, url);
        Page done = post(scene, url, ADA);

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.state()).isEqualTo("form");
        assertThat(form.text())
                .contains("Plan &lt;b&gt;", "name=\"email\" type=\"email\"", "id=\"last_name\"")
                .doesNotContain("<b>");
        assertThat(done.state()).isEqualTo("approved");
        String link = list(scene, meeting, "approved").getFirst().text("join_url");
        assertThat(done.text()).contains(link.substring(scene.origin().length()).replace("&", "&amp;"));
        assertThat(get(scene, link).text()).contains("Ada Lovelace");
        assertThat(events(scene)).containsExactly(CREATED);
        assertThat(mails(scene)).singleElement().satisfies(mail -> {
            assertThat(mail.text("recipient")).isEqualTo("ada@example.com");
            assertThat(mail.text("kind")).isEqualTo("registration_confirmation");
            assertThat(mail.text("text")).contains(link, url + "/cancel?tk=");
        });
    }

    /** Otherwise a person who knows an address would get the link of its owner. */
    @Test
    void showsTheLinkOnlyOnce(Scene scene) {
        Doc meeting = meeting(scene, "\"approval_type\": 0");
        String url = meeting.text("registration_url");
        post(scene, url, ADA);
        Page again = post(scene, url, ADA.replace("ada", "ADA"));

        assertThat(again.state()).isEqualTo("known");
        assertThat(again.text()).doesNotContain("tk=");
        assertThat(mails(scene)).hasSize(1);
    }

    @Test
    void asksTheQuestionsOfTheMeeting(Scene scene) {
        Doc meeting = meeting(scene, "\"approval_type\": 1");
        String url = meeting.text("registration_url");
        scene.ask("meetingRegistrantQuestionUpdate", meeting.id())
                .body(
                        """
                        {"questions": [{"field_name": "no_of_employees", "required": true}],
                         "custom_questions": [{"title": "Lunch <i>?", "type": "single", "required": true,
                          "answers": ["Meat & fish", "Vegan"]}]}""")
                .expect(204);
        Page form = get(scene, url);
        Page incomplete = post(scene, url, ADA);
        Page done = post(scene, url, ADA + "&no_of_employees=1-20&question_0=Meat+%26+fish&auto_approve=true");

        assertThat(form.text())
                .contains("Lunch &lt;i&gt;?", "<option>Meat &amp; fish</option>", "<option>1-20</option>");
        assertThat(incomplete.status()).isEqualTo(400);
        assertThat(incomplete.text()).contains("Please check: Number of employees.", "value=\"Ada\"");
        assertThat(done.state()).isEqualTo("pending");
        Doc ada = list(scene, meeting, "pending").getFirst();
        assertThat(ada.docs("custom_questions").getFirst().text("value")).isEqualTo("Meat & fish");
        assertThat(mails(scene))
                .extracting(mail -> mail.text("kind"))
                .containsExactlyInAnyOrder("registration_pending", "registration_to_approve");
    }

    @Test
    void cancelsByTheLinkOfTheMail(Scene scene) {
        Doc meeting = meeting(scene, "\"approval_type\": 0");
        String url = meeting.text("registration_url");
        post(scene, url, ADA);
        String token =
                list(scene, meeting, "approved").getFirst().text("join_url").replaceFirst(".*tk=([^&]*).*", "$1");
        String cancel = url + "/cancel?tk=" + token;

        assertThat(get(scene, cancel).state()).isEqualTo("cancelling");
        assertThat(list(scene, meeting, "approved")).hasSize(1);
        assertThat(post(scene, cancel, "").state()).isEqualTo("cancelled");
        assertThat(post(scene, cancel, "").state()).isEqualTo("unknown");
        assertThat(list(scene, meeting, "approved")).isEmpty();
        assertThat(events(scene)).containsExactly(CREATED, "meeting.registration_cancelled");
        Doc payload = scene.events().getLast().payload();
        assertThat(payload.text("operator")).isEqualTo("ada@example.com");
        assertThat(payload.names()).doesNotContain("operator_id");
        assertThat(mails(scene)).anyMatch(mail -> mail.text("kind").equals("registration_cancelled"));
    }

    @Test
    void offersTheOccurrences(Scene scene) {
        Doc meeting = Plans.meeting(
                scene,
                scene.user("host@example.org"),
                Plans.WEEKLY.replaceFirst("\\{", "{\"settings\": {\"approval_type\": 0, \"registration_type\": 2}, "));
        String url = meeting.text("registration_url");
        String second = meeting.docs("occurrences").get(1).text("occurrence_id");
        Page form = get(scene, url);
        post(scene, url, ADA + "&occurrence_ids=" + second);

        assertThat(form.text()).contains("type=\"radio\" value=\"" + second + "\"");
        assertThat(scene.ask("meetingRegistrants", meeting.id())
                        .query("occurrence_id", second)
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .hasSize(1);
        assertThat(post(scene, url, ADA + "&occurrence_ids=1").status()).isEqualTo(400);
    }

    @Test
    void saysWhyRegistrationIsNotPossible(Scene scene) {
        Doc meeting = meeting(scene, "\"approval_type\": 0");
        String url = meeting.text("registration_url");
        assertThat(get(scene, scene.origin() + "/meeting/register/unknown").status())
                .isEqualTo(404);
        assertThat(post(scene, url, "%zz").status()).isEqualTo(400);
        assertThat(post(scene, url, "email=x").status()).isEqualTo(400);
        assertThat(get(scene, url + "/cancel?tk=x").state()).isEqualTo("unknown");

        scene.advance(Duration.ofHours(2));
        assertThat(get(scene, url).state()).isEqualTo("over");
        assertThat(post(scene, url, ADA).state()).isEqualTo("over");
        scene.ask("meetingUpdate", meeting.id())
                .body("{\"settings\": {\"approval_type\": 2}}")
                .announcing("meeting.updated")
                .expect(204);
        assertThat(get(scene, url).state()).isEqualTo("not_required");
        scene.ask("meetingDelete", meeting.id()).announcing("meeting.deleted").expect(204);
        assertThat(get(scene, url).status()).isEqualTo(404);
    }

    @Test
    void sendsNoMailsThatTheHostHasSwitchedOff(Scene scene) {
        Doc meeting = meeting(
                scene,
                "\"approval_type\": 1, \"registrants_email_notification\": false,"
                        + " \"registrants_confirmation_email\": false");
        post(scene, meeting.text("registration_url"), ADA);
        scene.ask("meetingRegistrantStatus", meeting.id())
                .body("{\"action\": \"approve\", \"registrants\": [{\"email\": \"ada@example.com\"}]}")
                .announcing("meeting.registration_approved")
                .expect(204);

        assertThat(mails(scene)).isEmpty();
    }
}
