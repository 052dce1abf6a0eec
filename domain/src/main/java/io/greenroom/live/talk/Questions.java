package io.greenroom.live.talk;

import static io.greenroom.live.LiveTables.QUESTIONS;
import static io.greenroom.live.LiveTables.SESSIONS;
import static io.greenroom.live.LiveTables.VOTES;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.Obstacle;
import io.greenroom.live.Sessions;
import io.greenroom.live.Timeline;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.parts.schedules.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions and answers of webinars. */
public final class Questions {
    private static final int MOST_ANSWERS = 50;
    private static final int MOST_SEARCHED = 1_000;

    private final Sessions sessions;

    public Questions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Meetings have no Q&A. */
    private Optional<Obstacle> obstacle(Call call, Doc schedule, Doc stay) {
        Optional<Doc> running = sessions.running(call, schedule);
        if (running.isEmpty()) {
            return Optional.of(Obstacle.NOT_RUNNING);
        }
        if (!ParticipationState.IN_MEETING.isOf(stay)) {
            return Optional.of(Obstacle.NOT_INSIDE);
        }
        return running.get().text("kind").equals(Kind.WEBINAR.word())
                ? Optional.empty()
                : Optional.of(Obstacle.DISABLED);
    }

    /** Asks a question. Its number is the session's latest entry. */
    public Optional<Obstacle> ask(Call call, Doc schedule, Doc stay, String text, boolean anonymous) {
        Optional<Obstacle> obstacle = obstacle(call, schedule, stay);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Doc session = sessions.running(call, schedule).orElseThrow().copy();
        if (Timeline.isFull(session)) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        long number = session.number("entries", 0) + 1;
        call.store()
                .insert(
                        QUESTIONS,
                        call.blank(QUESTIONS)
                                .put("session", session.text("uuid"))
                                .put("number", number)
                                .put("person", stay.text("person"))
                                .put("name", stay.text("name"))
                                .put("email", stay.text("email", ""))
                                .put("anonymous", anonymous)
                                .put("question", text)
                                .put("votes", 0)
                                .put("at", call.second()));
        call.store().update(SESSIONS, session.put("entries", number));
        return Optional.empty();
    }

    /** The latest question of a person, among the newest of the session. */
    public static Optional<Doc> latest(Call call, Doc schedule, Doc stay) {
        return call
                .store()
                .in(QUESTIONS)
                .where("session", schedule.text("uuid"))
                .newestFirst()
                .page(Query.Start.FIRST, MOST_SEARCHED)
                .documents()
                .stream()
                .filter(question -> question.text("person").equals(stay.text("person")))
                .findFirst();
    }

    /** Answers a question, as a host, co-host or panelist. */
    public Optional<Obstacle> answer(Call call, Doc schedule, Doc stay, long number, String text) {
        Optional<Obstacle> obstacle = obstacle(call, schedule, stay);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        ParticipantRole role = ParticipantRole.of(stay);
        if (role == ParticipantRole.ATTENDEE || role == ParticipantRole.PARTICIPANT) {
            return Optional.of(Obstacle.NOT_ALLOWED);
        }
        Optional<Doc> question = question(call, schedule, number);
        if (question.isEmpty()) {
            return Optional.of(Obstacle.NOTHING_THERE);
        }
        List<Doc> answers = new ArrayList<>(question.get().docs("answers"));
        if (answers.size() == MOST_ANSWERS) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        answers.add(call.blank("QuestionAnswer")
                .put("name", stay.text("name"))
                .put("text", text)
                .put("at", call.second()));
        call.store().update(QUESTIONS, question.get().copy().put("answers", answers));
        return Optional.empty();
    }

    private static Optional<Doc> question(Call call, Doc schedule, long number) {
        return call.store().find(QUESTIONS, schedule.text("uuid") + "/" + number);
    }

    /** Votes for a question; a person votes for it once. */
    public Optional<Obstacle> vote(Call call, Doc schedule, Doc stay, long number) {
        Optional<Obstacle> obstacle = obstacle(call, schedule, stay);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Optional<Doc> question = question(call, schedule, number);
        if (question.isEmpty()) {
            return Optional.of(Obstacle.NOTHING_THERE);
        }
        Doc vote = call.blank(VOTES)
                .put("session", schedule.text("uuid"))
                .put("number", number)
                .put("person", stay.text("person"));
        String key = schedule.text("uuid") + "/" + number + "/" + stay.text("person");
        if (call.store().find(VOTES, key).isPresent()) {
            return Optional.of(Obstacle.DONE_ALREADY);
        }
        call.store().insert(VOTES, vote);
        Doc voted = question.get().copy();
        call.store().update(QUESTIONS, voted.put("votes", voted.number("votes") + 1));
        return Optional.empty();
    }
}
