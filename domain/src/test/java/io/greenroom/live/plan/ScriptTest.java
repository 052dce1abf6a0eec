package io.greenroom.live.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.pack.PackedContract;
import io.greenroom.live.plan.Plan.Timed;
import io.greenroom.parts.schedules.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading scripts: plans of good ones, and the place and words of each fault of bad ones. */
class ScriptTest {
    private static final Grammar GRAMMAR = new Grammar(PackedContract.bundled(), Kind.MEETING);

    private static Plan plan(String yaml) {
        return Script.read(GRAMMAR, yaml, false).plan();
    }

    private static List<String> lines(Plan plan) {
        return plan.acts().stream().map(ScriptTest::line).toList();
    }

    private static String line(Timed act) {
        return "%d %s %s"
                .formatted(
                        act.at().toSeconds(),
                        act.deed().verb().word(),
                        act.deed().who());
    }

    private static List<String> faults(String yaml, boolean json) {
        try {
            Script.read(GRAMMAR, yaml, json);
            return List.of();
        } catch (BadScript bad) {
            return bad.faults().stream().map(BadScript.Fault::toString).toList();
        }
    }

    @Test
    void letsTheHostJoinFirstAndTheEndBeLast() {
        Plan plan = plan(
                """
                ends: 00:10
                people: {Ada: {join: 00:00, leave: 00:10}}
                steps: [{at: 00:05, drop: Ada, for: 90s}]
                """);

        assertThat(lines(plan))
                .containsExactly(
                        "0 join host", "0 join Ada", "300 drop Ada", "390 rejoin Ada", "600 leave Ada", "600 end host");
    }

    @Test
    void drawsTheTimesOfGroupsFromTheSeed() {
        String yaml = "seed: %d\npeople: {crowd: {count: 30, join: 00:01..00:03, names: [Ada, Bob]}}";
        Plan plan = plan(yaml.formatted(1));

        assertThat(plan.acts()).hasSize(31);
        assertThat(plan.acts().stream().skip(1).map(Timed::at))
                .allMatch(at -> at.toSeconds() >= 60 && at.toSeconds() <= 180)
                .isSorted();
        assertThat(plan.acts().stream().map(Timed::at).distinct().count()).isGreaterThan(15);
        assertThat(lines(plan(yaml.formatted(1)))).isEqualTo(lines(plan));
        assertThat(lines(plan(yaml.formatted(2)))).isNotEqualTo(lines(plan));
        assertThat(plan.person("crowd.2").name()).isEqualTo("Bob");
        assertThat(plan.person("crowd.3").name()).isEqualTo("crowd.3");
    }

    @Test
    void meansMembersOfGroupsByNumber() {
        Plan plan = plan(
                """
                people: {count: 9, join: 00:00}
                steps:
                  - {at: 00:01, leave: [people.2-4, people.9]}
                  - {at: +30s, leave: people}
                """);

        assertThat(lines(plan).subList(10, 15))
                .containsExactly(
                        "60 leave people.2",
                        "60 leave people.3",
                        "60 leave people.4",
                        "60 leave people.9",
                        "90 leave people.1");
    }

    @Test
    void readsJsonWithTabs() {
        String json = "{\n\t\"steps\": [{\"at\": \"00:01\",\t\"join\": {\"Ada\": {\"device\": \"Mac\"}}}]}";
        Plan plan = Script.read(GRAMMAR, json, true).plan();

        assertThat(lines(plan)).containsExactly("0 join host", "60 join Ada");
        assertThat(plan.acts().get(1).deed().detail().text("device")).contains("Mac");
        assertThat(plan.acts().get(1).deed().line()).isEqualTo(2);
    }

    @Test
    void startsWithTheStepThatStarts() {
        assertThat(lines(plan("steps: [{at: 00:02, start: host}]"))).containsExactly("120 start host");
        assertThat(lines(plan("people: {host: {join: 00:03}}"))).containsExactly("180 join host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "steps: [{at: 00:01, jion: Ada}]|line 1, column 21: unknown word jion; the nearest is join",
                "stesp: []|line 1, column 1: unknown word stesp; the nearest is steps",
                "people: {Ada: {device: Macc}}|line 1, column 24: unknown word Macc; the nearest is Mac",
                "people: {Ada: {join: soon}}|line 1, column 22: must be a time such as 00:05 or 00:00..00:03",
                "people: {Ada: {join: 00:03..00:01}}|line 1, column 22: the times are not in order",
                "people: {Ada: 5}|line 1, column 15: must be an object",
                "people: {count: 10001}|line 1, column 17: must be a whole number from 1 to 10000",
                "people: {all: {join: 00:00}}|line 1, column 10: all is a word of scripts",
                "ends: 31:00|line 1, column 7: a session lasts at most 30 hours",
                "seed: x|line 1, column 7: must be a whole number from 0 to 999999999999999999",
                "settings: {waiting_rom: true}"
                        + "|line 1, column 12: unknown word waiting_rom; the nearest is waiting_room",
                "settings: {waiting_room: maybe}|line 1, column 26: must be true or false",
                "steps: [{for: 10x, leave: host}]|line 1, column 15: must be a length such as 90s, 10m or 1h30m",
                "steps: [{for: 10m, end: host}]|line 1, column 20: end has nothing that for can undo",
                "steps: [{expect: maybe, leave: host}]"
                        + "|line 1, column 18: must be admitted, waiting, or refused with or without a reason",
                "steps: [{join: Grace}, {drop: Grase}]"
                        + "|line 1, column 31: no person of that name: unknown word Grase; the nearest is Grace",
                "people: {a: &x {join: 00:00}, b: *x}"
                        + "|line 1, column 13: anchors, aliases and tags are not allowed",
                "people: {a: {join: 00:00, join: 00:01}}|line 1, column 27: join is there twice",
                "steps: [{answers: {Ada: x}, leave: host}]|line 1, column 19: only a poll has answers",
                "steps: [{poll: Lunch, answers: 5}]|line 1, column 32: must be an object",
                "steps: [{breakout: {Red: Zoe}}]"
                        + "|line 1, column 26: no person of that name: unknown word Zoe; the nearest is host",
                "steps: [{record: tape}]|line 1, column 18: unknown word tape; the nearest is pause",
                "[1, 2]|line 1, column 1: must be an object",
            })
    void namesThePlaceOfAFault(String yaml, String fault) {
        assertThat(faults(yaml, false)).containsExactly(fault);
    }

    @Test
    void namesAllFaultsAtOnceUpToALimit() {
        assertThat(faults("ends: x\nseed: y\nsteps: [{jion: Ada}]", false)).hasSize(3);
        assertThat(faults("steps: [" + "{x: 1}, ".repeat(50) + "]", false)).hasSize(20);
    }

    @Test
    void refusesWhatIsNotOneDocument() {
        assertThat(faults("", false)).containsExactly("line 1, column 1: the script is empty");
        assertThat(faults("steps: []\n---\nsteps: []\n", false)).hasSize(1);
        assertThat(faults("{\"steps\": [}", true).getFirst()).startsWith("line 1, column 12");
        assertThat(faults("[".repeat(100) + "]".repeat(100), true).getFirst()).contains("nested deeper than 12");
        assertThat(faults("[".repeat(100) + "]".repeat(100), false).getFirst()).contains("nested deeper than 12");
        assertThat(faults("steps: {a: b", false)).hasSize(1);
    }

    @Test
    void limitsPeopleAndSteps() {
        assertThat(faults("people: {a: {count: 9000}, b: {count: 9000}}", false))
                .containsExactly("line 1, column 28: a script has at most 10000 people");
        assertThat(faults("steps:\n" + "- {at: 00:01}\n".repeat(10_001), false))
                .containsExactly("line 2, column 1: has more than 10000 items");
    }

    @ParameterizedTest
    @CsvSource({
        "last tuesday 10:00, 2021-07-27T08:00:00Z",
        "last monday 10:00, 2021-07-26T08:00:00Z",
        "yesterday 09:30, 2021-08-01T07:30:00Z",
        "today 00:15, 2021-08-01T22:15:00Z",
        "10 days ago 12:00, 2021-07-23T10:00:00Z",
        "2021-03-28 12:00, 2021-03-28T10:00:00Z",
        "2021-01-05T12:00:00, 2021-01-05T11:00:00Z",
        "2021-01-05T12:00:00Z, 2021-01-05T12:00:00Z",
    })
    void readsWordsForDays(String words, Instant start) {
        Script script = Script.read(GRAMMAR, "starts: " + words, false);

        assertThat(script.starts(Instant.parse("2021-08-02T07:00:00Z"), ZoneId.of("Europe/Berlin")))
                .contains(start);
    }

    @Test
    void refusesWordsThatMeanNoTime() {
        Script script = Script.read(GRAMMAR, "starts: last moonday 10:00", false);

        assertThatThrownBy(() -> script.starts(Instant.EPOCH.plus(Duration.ofDays(9)), ZoneOffset.UTC))
                .isInstanceOf(BadScript.class)
                .hasMessageStartingWith("line 1, column 9: must be a date and time");
    }
}
