package io.greenroom.api.deprecatedapiendpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.live.LiveTables;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of past chats: sent in meetings, listed, downloaded, and gone after a day. */
@GreenroomTest
class PastFilesTest {
    private static final String JOINED = "meeting.participant_joined";
    private static final String LEFT = "meeting.participant_left";
    private static final String PLAN =
            "{chat: {Ada: {text: Here, file: {name: 'Plan \u00fc.txt', content: Ship in May.}}}}";

    private static Doc meeting(Scene scene) {
        return scene.ask("meetingCreate", scene.user("host@example.org").id())
                .body("{\"topic\": \"Planning\"}")
                .announcing("meeting.created")
                .expect(201)
                .json();
    }

    private static void act(Scene scene, Doc meeting, String step) {
        scene.control("controlMeetingActions", meeting.id()).yaml(step).expect(200);
    }

    private static Doc started(Scene scene) {
        Doc meeting = meeting(scene);
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", JOINED)
                .expect(200);
        scene.control("controlMeetingJoin", meeting.id())
                .body("{\"name\": \"Ada\"}")
                .announcing(JOINED)
                .expect(200);
        return meeting;
    }

    private static void end(Scene scene, Doc meeting) {
        scene.control("controlMeetingEnd", meeting.id())
                .announcing(LEFT, LEFT, "meeting.ended")
                .expect(204);
    }

    private static List<Doc> files(Scene scene, Doc meeting) {
        return scene.ask("listPastMeetingFiles", meeting.id())
                .expect(200)
                .json()
                .docs("in_meeting_files");
    }

    private static List<Doc> rows(Scene scene, Table table, Doc meeting) {
        return scene.inside(
                unit -> unit.in(table).where("session", meeting.text("uuid")).list());
    }

    private static HttpResponse<String> download(Scene scene, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return scene.http().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Tag("postgres")
    void listsAndServesFilesForADay(Scene scene) throws Exception {
        Doc meeting = started(scene);
        act(scene, meeting, PLAN);
        act(scene, meeting, "{chat: {Ada: {text: Notes, file: notes.html}}}");
        scene.ask("listPastMeetingFiles", meeting.id()).refused("meeting-not-ended");
        end(scene, meeting);

        List<Doc> files = files(scene, meeting);
        assertThat(files)
                .extracting(file -> file.text("file_name") + " " + file.number("file_size"))
                .containsExactly("Plan \u00fc.txt 12", "notes.html 5");
        assertThat(rows(scene, LiveTables.ACTS, meeting))
                .extracting(act -> act.text("kind") + " " + act.text("value"))
                .containsExactly("chat Here", "chat Notes");
        String url = files.getFirst().text("download_url");
        HttpResponse<String> plan = download(scene, url);
        assertThat(plan.body()).isEqualTo("Ship in May.");
        assertThat(plan.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''Plan%20%C3%BC.txt");
        assertThat(plan.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(download(scene, files.getLast().text("download_url")).body()).isEqualTo("Notes");
        assertThat(download(scene, url.replaceFirst("/file/..", "/file/AA")).statusCode())
                .isEqualTo(404);

        scene.advance(Duration.ofHours(24));
        assertThat(files(scene, meeting)).isEmpty();
        assertThat(download(scene, url).statusCode()).isEqualTo(404);
        assertThat(rows(scene, LiveTables.FILE_TEXTS, meeting)).isEmpty();
    }

    @Test
    void refusesFilesWithoutTheSetting(Scene scene) {
        Doc meeting = started(scene);
        scene.ask("userSettingsUpdate", meeting.text("host_id"))
                .body("{\"in_meeting\": {\"file_transfer\": false}}")
                .announcing("user.settings_updated")
                .expect(204);

        act(scene, meeting, "{chat: {Ada: {text: Here, file: plan.txt}}, expect: refused disabled}");

        end(scene, meeting);
        assertThat(files(scene, meeting)).isEmpty();
    }

    @Test
    void limitsTheFilesOfASession(Scene scene) {
        Doc meeting = started(scene);
        scene.inside(unit -> unit.update(
                LiveTables.SESSIONS,
                unit.find(LiveTables.SESSIONS, meeting.text("uuid"))
                        .orElseThrow()
                        .copy()
                        .put("files", 1)
                        .put("file_bytes", 19_999_996)));

        act(scene, meeting, "{chat: {Ada: {text: Hello, file: hello.txt}}, expect: refused too_many}");
        act(scene, meeting, "{chat: {Ada: {text: Bye, file: bye.txt}}}");

        end(scene, meeting);
        assertThat(files(scene, meeting)).hasSize(1);
    }

    @Test
    void showsFilesOfOtherHostsToAdministratorsOnly(Scene scene) {
        Doc meeting = started(scene);
        act(scene, meeting, PLAN);
        end(scene, meeting);
        Scene other = scene.elsewhere();

        Reply own = scene.askAs(meeting.text("host_id"), "meeting:read", "listPastMeetingFiles", meeting.text("uuid"))
                .expect(200);
        assertThat(own.json().docs("in_meeting_files")).hasSize(1);
        scene.askAs(scene.user("bob@example.org").id(), "meeting:read", "listPastMeetingFiles", meeting.id())
                .refused("meeting-not-ended");
        other.ask("listPastMeetingFiles", meeting.id()).refused("host-foreign");
        other.ask("listPastWebinarFiles", meeting.id()).refused("webinar-not-ended");
    }
}
