package io.greenroom.live.plan;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.live.talk.Complaints;
import io.greenroom.parts.schedules.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of scripts and what each may be. What people join with is what the control API's join takes. */
public final class Grammar {
    static final int LONGEST_NAME = 128;
    static final int MOST_PEOPLE = 10_000;
    static final int MOST_STEPS = 10_000;

    static final Form NAME = new Form.Text(LONGEST_NAME);
    static final Form PEOPLE = new Form.Either(NAME, new Form.Listing(NAME, MOST_PEOPLE));
    static final Form NEW_NAMES = new Form.Named(NAME, MOST_PEOPLE);
    static final Form ROLES = named(new Form.Word(List.of("host", "co_host", "participant")));
    static final Form FLAG = new Form.Flag();
    static final Form SHARES = new Form.Either(
            NAME,
            new Form.Listing(NAME, MOST_PEOPLE),
            named(known(
                    "what", new Form.Word(List.of("desktop", "application", "whiteboard")),
                    "link", new Form.Text(64),
                    "file", new Form.Text(2_048),
                    "source", new Form.Text(64))));
    static final Form QUALITIES = named(new Form.Word(List.of("good", "wifi", "mobile", "bad", "drops", "mixed")));
    static final Form ROOMS = new Form.Either(new Form.Word(List.of("close")), named(PEOPLE));
    static final Form RECORDING = new Form.Word(List.of("cloud", "local", "pause", "resume", "stop"));
    static final Form STREAMING = new Form.Word(List.of("start", "stop"));
    static final Form LINES = named(new Form.Either(
            new Form.Text(8_000), known("to", NAME, "text", new Form.Text(8_000), "lasts", Times.LENGTH)));
    static final Form CHAT = named(new Form.Either(
            new Form.Text(8_000),
            known(
                    "to",
                    NAME,
                    "text",
                    new Form.Text(8_000),
                    "lasts",
                    Times.LENGTH,
                    "file",
                    new Form.Either(
                            new Form.Text(255),
                            known("name", new Form.Text(255), "content", new Form.Text(1_000_000))))));
    static final Form QUESTIONS = named(
            new Form.Either(new Form.Text(2_000), known("text", new Form.Text(2_000), "anonymous", new Form.Flag())));
    static final Form ANSWER = known("to", NAME, "text", new Form.Text(2_000));
    static final Form FEEDBACK = named(new Form.Either(
            new Form.Word(List.of("good")), known("bad", new Form.Listing(new Form.Word(Complaints.names()), 20))));
    static final Form ALERTS = new Form.Either(new Form.Text(1_000), new Form.Listing(new Form.Text(1_000), 20));

    private static final Form ANSWERS =
            named(new Form.Either(new Form.Text(255), new Form.Listing(new Form.Text(255), 50)));
    private static final long MOST_SEED = 999_999_999_999_999_999L;
    private static final Form EXPECT = new Form.Matching(
            "admitted, waiting, or refused with or without a reason",
            Pattern.compile("admitted|waiting( [a-z_]+)?|refused( [a-z_]+)?"));

    private final Schema join;
    private final Schema settings;
    private final List<Schema> effective;

    private static Form named(Form value) {
        return new Form.Named(value, MOST_PEOPLE);
    }

    /** An object of these alternating names and forms. */
    private static Form known(Object... namesAndForms) {
        Map<String, Form> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndForms.length; i += 2) {
            fields.put((String) namesAndForms[i], (Form) namesAndForms[i + 1]);
        }
        return new Form.Known(fields);
    }

    /**
     * The words of scripts.
     *
     * @param contract of the public API, with a control API
     * @param kinds of the schedules whose settings scripts may change
     */
    public Grammar(Contract contract, Kind... kinds) {
        this.join = contract.controlApi().schema("LiveJoin");
        this.settings = contract.schema("SessionSettings");
        this.effective = Arrays.stream(kinds)
                .map(kind -> switch (kind) {
                    case MEETING -> contract.schema("MeetingSettings");
                    case WEBINAR -> contract.schema("WebinarSettings");
                })
                .toList();
    }

    /** The form of a whole script. */
    Form.Known script() {
        Map<String, Form> fields = new LinkedHashMap<>();
        fields.put("starts", new Form.Text(40));
        fields.put("ends", Times.MOMENT);
        fields.put("speed", new Form.Word(List.of("instant", "real")));
        fields.put("seed", new Form.Whole(0, MOST_SEED));
        fields.put("settings", settings());
        fields.put("people", new Form.Either(person(), new Form.Named(person(), MOST_PEOPLE)));
        fields.put("steps", new Form.Listing(step(true), MOST_STEPS));
        return new Form.Known(fields);
    }

    /** The settings that schedules of these kinds have. */
    private Form settings() {
        Map<String, Form> fields = Form.fields(settings);
        fields.keySet().removeIf(name -> effective.stream()
                .allMatch(schema -> schema.property(name).isEmpty()));
        return new Form.Known(fields);
    }

    /** The form of a person or a group. */
    private Form.Known person() {
        Map<String, Form> fields = new LinkedHashMap<>();
        fields.put("count", new Form.Whole(1, MOST_PEOPLE));
        fields.put("names", new Form.Listing(NAME, MOST_PEOPLE));
        fields.put("join", Times.SPAN);
        fields.put("leave", Times.SPAN);
        fields.put("registered", new Form.Flag());
        fields.put("panelist", new Form.Flag());
        fields.putAll(client());
        return new Form.Known(fields);
    }

    private Map<String, Form> client() {
        Map<String, Form> fields = Form.fields(join);
        fields.remove("name");
        return fields;
    }

    /**
     * The form of a step.
     *
     * @param timed whether it may say when it takes place
     */
    Form.Known step(boolean timed) {
        Map<String, Form> fields = new LinkedHashMap<>();
        if (timed) {
            fields.put("at", Times.STEP);
        }
        fields.put("by", NAME);
        fields.put("for", Times.LENGTH);
        fields.put("expect", EXPECT);
        fields.put("answers", ANSWERS);
        fields.put("publish", FLAG);
        Verb.all().forEach(verb -> fields.put(verb.word(), form(verb)));
        return new Form.Known(fields);
    }

    private Form form(Verb verb) {
        return verb == Verb.JOIN
                ? new Form.Either(
                        NAME,
                        new Form.Listing(NAME, MOST_PEOPLE),
                        new Form.Named(new Form.Known(client()), MOST_PEOPLE))
                : verb.form();
    }
}
