package io.greenroom.live;

import io.greenroom.kernel.store.Table;
import java.util.List;
import java.util.stream.Stream;

/** The tables of running and past sessions. All but that of the sessions have a column {@code session}. */
public final class LiveTables {
    /** Sessions by UUID. */
    public static final Table SESSIONS = Table.of("sessions", "SessionRecord")
            .key("uuid")
            .columns("number", "host_id", "state", "start_key", "visible_at");

    /** Participations by session and participant id. */
    public static final Table PARTICIPATIONS = Table.of("participations", "ParticipationRecord")
            .key("session", "user_id")
            .columns("session", "state", "person", "first", "removed", "role", "join_time")
            .counted("session", "first");

    /** Acts by session and number. */
    public static final Table ACTS = numbered("session_acts", "ActRecord").columns("session");

    /** Switches that have ended, by session and number. Those that are on stand in the participation. */
    public static final Table SPANS = numbered("session_spans", "SpanRecord").columns("session", "user_id");

    /** Recordings by session and number. */
    public static final Table SEGMENTS =
            numbered("recording_segments", "SegmentRecord").columns("session");

    /** Runs of polls by session and number. */
    public static final Table POLL_RUNS = numbered("poll_runs", "PollRunRecord").columns("session", "poll_id");

    /** Answers to polls by session, run and person. */
    public static final Table POLL_ANSWERS = Table.of("poll_answers", "PollAnswerRecord")
            .key("session", "run", "person")
            .columns("session");

    /** Questions of the Q&A by session and number. */
    public static final Table QUESTIONS =
            numbered("session_questions", "QuestionRecord").columns("session");

    /** Votes by session, question and person. */
    public static final Table VOTES = Table.of("question_votes", "QuestionVoteRecord")
            .key("session", "number", "person")
            .columns("session");

    /** What people said about sessions, by session and person. */
    public static final Table SATISFACTIONS = Table.of("satisfactions", "SatisfactionRecord")
            .key("session", "person")
            .columns("session");

    /** Files that were sent in the chat. */
    public static final Table FILES =
            Table.of("session_files", "SessionFileRecord").columns("session");

    /** The contents of these files, apart, since lists do not read them. */
    public static final Table FILE_TEXTS =
            Table.of("session_file_texts", "SessionFileTextRecord").columns("session");

    /** What is deleted a day after the end of a session. */
    static final List<Table> OF_FILES = List.of(FILES, FILE_TEXTS);

    /** What is deleted with a session. */
    static final List<Table> BELOW = List.of(
            PARTICIPATIONS,
            ACTS,
            SPANS,
            SEGMENTS,
            POLL_RUNS,
            POLL_ANSWERS,
            QUESTIONS,
            VOTES,
            SATISFACTIONS,
            FILES,
            FILE_TEXTS);

    private LiveTables() {}

    private static Table numbered(String name, String schema) {
        return Table.of(name, schema).key("session", "number");
    }

    /** All of them. */
    public static List<Table> all() {
        return Stream.concat(Stream.of(SESSIONS), BELOW.stream()).toList();
    }
}
