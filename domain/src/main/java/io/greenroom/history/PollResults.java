package io.greenroom.history;

import static io.greenroom.live.LiveTables.POLL_ANSWERS;
import static io.greenroom.live.LiveTables.QUESTIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people answered and asked in past sessions, by person in the order of the first answer or question. */
public final class PollResults {
    private static final String ANONYMOUS = "Anonymous Attendee";

    /** How many rows a session shows. */
    private static final int MOST = 10_000;

    private PollResults() {}

    /** The {@code MeetingPollResults} of a session. */
    public static Doc polls(Call call, Doc session) {
        Map<String, List<Doc>> persons = new LinkedHashMap<>();
        rows(call, POLL_ANSWERS, session)
                .forEach(row -> persons.computeIfAbsent(person(row), person -> new ArrayList<>())
                        .add(row));
        List<Doc> entries = persons.values().stream()
                .map(rows -> entry(call, "MeetingPollReply", rows.getFirst())
                        .put(
                                "question_details",
                                rows.stream()
                                        .flatMap(row -> row.docs("question_details").stream())
                                        .toList()))
                .toList();
        return call.as("MeetingPollResults", session)
                .put("id", session.number("shown_id"))
                .put("questions", entries);
    }

    /** The {@code WebinarConversations} of a session. */
    public static Doc conversations(Call call, Doc session) {
        Map<String, List<Doc>> persons = new LinkedHashMap<>();
        rows(call, QUESTIONS, session).forEach(row -> persons.computeIfAbsent(person(row), person -> new ArrayList<>())
                .add(row));
        List<Doc> entries = persons.values().stream()
                .map(rows -> entry(call, "WebinarConversation", rows.getFirst())
                        .put(
                                "question_details",
                                rows.stream().map(row -> detail(call, row)).toList()))
                .toList();
        return call.as("WebinarConversations", session)
                .put("id", session.number("shown_id"))
                .put("questions", entries);
    }

    private static List<Doc> rows(Call call, Table table, Doc session) {
        return call.store()
                .in(table)
                .where("session", session.text("uuid"))
                .page(Query.Start.FIRST, MOST)
                .documents();
    }

    /** A person's anonymous and named entries stay apart. */
    private static String person(Doc row) {
        return row.flag("anonymous") + " " + row.text("person");
    }

    private static Doc entry(Call call, String schema, Doc row) {
        boolean anonymous = row.flag("anonymous");
        return call.blank(schema)
                .put("name", anonymous ? ANONYMOUS : row.text("name"))
                .put("email", anonymous ? "" : row.text("email"));
    }

    private static Doc detail(Call call, Doc row) {
        List<String> answers =
                row.docs("answers").stream().map(answer -> answer.text("text")).toList();
        return call.blank("WebinarConversationDetail")
                .put("question", row.text("question"))
                .put("answer", String.join("\n", answers));
    }
}
