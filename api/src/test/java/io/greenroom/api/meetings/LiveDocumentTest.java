package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.contract.read.Tree;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.plan.Grammar;
import io.greenroom.live.plan.ScriptSchema;
import io.greenroom.live.plan.Verb;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about sessions: its examples run, fit the published schema, and it names every word of scripts. */
@GreenroomTest
class LiveDocumentTest {
    private static final Path PAGE = Path.of("../docs/live.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml( webinar)?\n(.*?)```", Pattern.DOTALL);
    private static final double MINUTE = 60;

    /** An example of the page, for meetings or webinars. */
    private record Example(Kind kind, String yaml) {

        private static Example of(MatchResult found) {
            return new Example(found.group(1) == null ? Kind.MEETING : Kind.WEBINAR, found.group(2));
        }
    }

    private static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(Example::of)
                .toList();
    }

    private static Schema schema() {
        Map<String, Object> tree = ScriptSchema.tree(new Grammar(PackedContract.bundled(), Kind.values()));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(OpenApiWriter.json(tree), StandardCharsets.UTF_8));
    }

    private static List<String> faults(Schema schema, String yaml) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        Tree.write(Tree.yaml(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))), json);
        return schema.validate(json.toString(StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void fitsThePublishedSchema() throws IOException {
        Schema schema = schema();

        assertThat(examples()).isNotEmpty().allSatisfy(example -> assertThat(faults(schema, example.yaml()))
                .isEmpty());
        assertThat(faults(schema, "steps: [{at: soon, join: Ada}]")).isNotEmpty();
        assertThat(faults(schema, "steps: [{jion: Ada}]")).isNotEmpty();
        assertThat(faults(schema, "people: {count: 3, names: [Ada], device: Macc}"))
                .isNotEmpty();
    }

    @Test
    void namesEveryAct() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Verb.values()).allMatch(verb -> page.contains("`" + verb.word() + "`"));
    }

    @Test
    void playsEveryExample(Scene first) throws IOException {
        List<Example> examples = examples();
        assertThat(examples).extracting(Example::kind).contains(Kind.MEETING, Kind.WEBINAR);
        for (Example example : examples) {
            String name = "example" + examples.indexOf(example);
            Scene scene = first.elsewhere(name);
            Doc schedule = schedule(scene, scene.user("host@%s.example".formatted(name)), example.kind());
            String operation =
                    switch (example.kind()) {
                        case MEETING -> "controlMeetingScript";
                        case WEBINAR -> "controlWebinarScript";
                    };
            Reply reply = scene.control(operation, schedule.id())
                    .yaml(example.yaml())
                    .announcingAny()
                    .expect(200);
            Doc state = reply.json();

            assertThat(state.text("state")).as(example.yaml()).isEqualTo("done");
            assertThat(state.text("session")).as(example.yaml()).isEqualTo("ended");
            agrees(example.kind(), state, reply.events());
            switch (example.kind()) {
                case MEETING -> agreesWithMeeting(scene, state, reply.events());
                case WEBINAR -> agreesWithWebinar(scene, schedule, state);
            }
        }
    }

    private static Doc schedule(Scene scene, Doc host, Kind kind) {
        return switch (kind) {
            case MEETING ->
                Plans.meeting(scene, host, "{\"topic\": \"Example\", \"type\": 3, \"recurrence\": {\"type\": 1}}");
            case WEBINAR -> {
                Plans.set(scene, host, "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}");
                yield scene.ask("webinarCreate", host.id())
                        .body(
                                """
                                {"topic": "Example", "start_time": "2031-08-02T10:00:00Z",
                                 "settings": {"approval_type": 1}}""")
                        .announcing("webinar.created")
                        .expect(201)
                        .json();
            }
        };
    }

    /** The events agree with the session. */
    private static void agrees(Kind kind, Doc state, List<Reply.Heard> events) {
        List<Reply.Heard> left = named(events, kind.word() + ".participant_left");
        List<Reply.Heard> joined = named(events, kind.word() + ".participant_joined");

        assertThat(joined).hasSameSizeAs(left);
        assertThat(time(joined.getFirst(), "join_time")).isEqualTo(state.instant("start_time"));
        assertThat(time(left.getLast(), "leave_time")).isEqualTo(state.instant("end_time"));
    }

    /** The past operations agree with the events and with each other. */
    private static void agreesWithMeeting(Scene scene, Doc state, List<Reply.Heard> events) {
        Doc past =
                scene.ask("pastMeetingDetails", state.text("uuid")).expect(200).json();
        List<Reply.Heard> left = named(events, "meeting.participant_left");
        List<Reply.Heard> joined = named(events, "meeting.participant_joined");

        assertThat(past.number("duration"))
                .isEqualTo((long) Math.ceil(Duration.between(past.instant("start_time"), past.instant("end_time"))
                                .toSeconds()
                        / MINUTE));
        assertThat(past.number("total_minutes"))
                .isEqualTo((long) Math.ceil((sum(left, "leave_time") - sum(joined, "join_time")) / MINUTE));
        assertThat(scene.ask("pastMeetingParticipants", state.text("uuid"))
                        .query("page_size", 300)
                        .expect(200)
                        .json()
                        .number("total_records"))
                .isEqualTo(past.number("participants_count"));
    }

    /** Every registrant came; the poll and the question have their answers. */
    private static void agreesWithWebinar(Scene scene, Doc webinar, Doc state) {
        assertThat(scene.ask("listWebinarParticipants", webinar.id())
                        .expect(200)
                        .json()
                        .number("total_records"))
                .isEqualTo(state.docs("people").size());
        assertThat(scene.ask("webinarAbsentees", webinar.id())
                        .expect(200)
                        .json()
                        .docs("registrants"))
                .isEmpty();
        assertThat(scene.ask("webinarPanelists", webinar.id())
                        .expect(200)
                        .json()
                        .docs("panelists"))
                .extracting(panelist -> panelist.text("name"))
                .containsExactly("Pat");
        assertThat(scene.ask("listPastWebinarPollResults", webinar.id())
                        .expect(200)
                        .json()
                        .docs("questions"))
                .hasSize(19);
        assertThat(scene.ask("listPastWebinarQA", webinar.id()).expect(200).text())
                .contains("When is it out?", "In May.");
    }

    private static List<Reply.Heard> named(List<Reply.Heard> events, String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    private static Instant time(Reply.Heard event, String field) {
        return event.object().doc("participant").instant(field);
    }

    private static long sum(List<Reply.Heard> events, String field) {
        return events.stream()
                .mapToLong(event -> time(event, field).getEpochSecond())
                .sum();
    }
}
