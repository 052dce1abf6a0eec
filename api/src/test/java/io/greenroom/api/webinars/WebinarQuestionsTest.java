package io.greenroom.api.webinars;

import static io.greenroom.api.webinars.Plans.ENDED;
import static io.greenroom.api.webinars.Plans.JOINED;
import static io.greenroom.api.webinars.Plans.LEFT;
import static io.greenroom.api.webinars.Plans.STARTED;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;
import io.greenroom.live.LiveTables;
import io.greenroom.live.Obstacle;
import io.greenroom.live.Sessions;
import io.greenroom.live.talk.ChatLines;
import io.greenroom.live.talk.Questions;
import io.greenroom.live.talk.SentFile;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions and answers of webinars, and the files of their chats. */
@GreenroomTest
class WebinarQuestionsTest {
    private final Hosts hosts = new FreeHosts();
    private final Sessions sessions = new Sessions(Kind.WEBINAR, new Schedules(Kind.WEBINAR), hosts);
    private final Questions questions = new Questions(sessions);

    private record Moment(Call call, Doc webinar, Doc stay) {}

    private static Optional<Obstacle> inside(
            Scene scene, Doc webinar, String person, Function<Moment, Optional<Obstacle>> act) {
        return scene.internally(call -> {
            Doc now = call.store().find(Kind.WEBINAR.table(), webinar.id()).orElseThrow();
            Doc stay = call.store()
                    .find(LiveTables.PARTICIPATIONS, webinar.text("uuid") + "/" + person)
                    .orElseThrow();
            return act.apply(new Moment(call, now, stay));
        });
    }

    private static String started(Scene scene, Doc webinar) {
        return scene.control("controlWebinarStart", webinar.id())
                .announcing(STARTED, JOINED)
                .expect(200)
                .json()
                .text("participant_id");
    }

    private static String attendee(Scene scene, Doc webinar, String name) {
        return scene.control("controlWebinarJoin", webinar.id())
                .body("{\"name\": \"%s\", \"email\": \"%s@example.com\"}".formatted(name, name))
                .announcing(JOINED)
                .expect(200)
                .json()
                .text("participant_id");
    }

    private Optional<Obstacle> ask(Scene scene, Doc webinar, String person, String text, boolean anonymous) {
        return inside(scene, webinar, person, at -> questions.ask(at.call(), at.webinar(), at.stay(), text, anonymous));
    }

    private static long latest(Scene scene, Doc webinar, String person) {
        return scene.internally(call -> Questions.latest(
                        call,
                        webinar,
                        call.store()
                                .find(LiveTables.PARTICIPATIONS, webinar.text("uuid") + "/" + person)
                                .orElseThrow()))
                .orElseThrow()
                .number("number");
    }

    private Optional<Obstacle> answer(Scene scene, Doc webinar, String person, long question, String text) {
        return inside(
                scene, webinar, person, at -> questions.answer(at.call(), at.webinar(), at.stay(), question, text));
    }

    private Optional<Obstacle> vote(Scene scene, Doc webinar, String person, long question) {
        return inside(scene, webinar, person, at -> questions.vote(at.call(), at.webinar(), at.stay(), question));
    }

    @Test
    @Tag("postgres")
    void listsQuestionsAndAnswers(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        String host = started(scene, webinar);
        String ada = attendee(scene, webinar, "ada");
        String bob = attendee(scene, webinar, "bob");

        assertThat(ask(scene, webinar, ada, "When?", false)).isEmpty();
        long when = latest(scene, webinar, ada);
        assertThat(ask(scene, webinar, bob, "How much?", true)).isEmpty();
        assertThat(answer(scene, webinar, ada, when, "In May.")).contains(Obstacle.NOT_ALLOWED);
        assertThat(answer(scene, webinar, host, 4_711, "In May.")).contains(Obstacle.NOTHING_THERE);
        assertThat(answer(scene, webinar, host, when, "In May.")).isEmpty();
        assertThat(answer(scene, webinar, host, when, "Or June.")).isEmpty();
        assertThat(vote(scene, webinar, bob, when)).isEmpty();
        assertThat(vote(scene, webinar, bob, when)).contains(Obstacle.DONE_ALREADY);
        assertThat(vote(scene, webinar, bob, 4_711)).contains(Obstacle.NOTHING_THERE);

        Doc kept = scene.inside(unit -> unit.find(LiveTables.QUESTIONS, webinar.text("uuid") + "/" + when))
                .orElseThrow();
        assertThat(kept.number("votes")).isEqualTo(1);
        scene.control("controlWebinarEnd", webinar.id())
                .announcing(LEFT, LEFT, LEFT, ENDED)
                .expect(204);
        assertThat(vote(scene, webinar, ada, when)).contains(Obstacle.NOT_RUNNING);
        assertThatJson(scene.ask("listPastWebinarQA", webinar.id()).expect(200).text())
                .isEqualTo(
                        """
                {"id": %s, "uuid": "%s", "start_time": "2021-08-02T10:00:00Z", "questions": [
                 {"name": "ada", "email": "ada@example.com", "question_details": [
                  {"question": "When?", "answer": "In May.\\nOr June."}]},
                 {"name": "Anonymous Attendee", "email": "", "question_details": [
                  {"question": "How much?", "answer": ""}]}]}"""
                                .formatted(webinar.id(), webinar.text("uuid")));
    }

    @Test
    void listsFilesOfTheChat(Scene scene) {
        Doc webinar = Plans.webinar(scene, "{}");
        String host = started(scene, webinar);
        ChatLines.Line line =
                new ChatLines.Line("Slides", Optional.empty(), 0, Optional.of(new SentFile("slides.txt", "One")));
        ChatLines lines = new ChatLines(sessions, hosts);
        assertThat(inside(scene, webinar, host, at -> lines.chat(at.call(), at.webinar(), at.stay(), line)))
                .isEmpty();
        scene.ask("listPastWebinarFiles", webinar.id()).refused("webinar-not-ended");
        scene.control("controlWebinarEnd", webinar.id()).announcing(LEFT, ENDED).expect(204);

        assertThat(scene.ask("listPastWebinarFiles", webinar.id())
                        .expect(200)
                        .json()
                        .docs("in_meeting_files"))
                .extracting(file -> file.text("file_name") + " " + file.number("file_size"))
                .containsExactly("slides.txt 3");
        scene.elsewhere().ask("listPastWebinarFiles", webinar.id()).refused("host-foreign");
    }

    /** Hosts who have everything switched on. */
    private static final class FreeHosts implements Hosts {
        @Override
        public Doc host(Call call, Doc schedule) {
            return schedule;
        }

        @Override
        public Doc user(Call call, String named) {
            throw new IllegalStateException("Nothing asks for users here");
        }

        @Override
        public HostSettings settings(Call call, Doc host) {
            return new HostSettings() {
                @Override
                public Optional<Object> value(String setting) {
                    return Optional.of(true);
                }

                @Override
                public boolean isLocked(String setting) {
                    return false;
                }
            };
        }
    }
}
