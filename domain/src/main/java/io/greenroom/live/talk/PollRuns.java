package io.greenroom.live.talk;

import static io.greenroom.live.LiveTables.POLL_ANSWERS;
import static io.greenroom.live.LiveTables.POLL_RUNS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Obstacle;
import io.greenroom.live.Sessions;
import io.greenroom.live.Timeline;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.parts.polls.Polls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Polls while they run in sessions of one kind of schedule, one at a time. Each person answers a run once. */
public final class PollRuns {
    private final Sessions sessions;

    public PollRuns(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Starts a poll of a schedule. */
    public Optional<Obstacle> start(Call call, Doc schedule, String pollId, boolean anonymous) {
        Optional<Doc> running = sessions.running(call, schedule);
        Optional<Doc> poll = call.store().find(Polls.POLLS, schedule.id() + "/" + pollId);
        if (running.isEmpty()) {
            return Optional.of(Obstacle.NOT_RUNNING);
        }
        if (poll.isEmpty()) {
            return Optional.of(Obstacle.NOTHING_THERE);
        }
        if (running.get().has("poll")) {
            return Optional.of(Obstacle.DONE_ALREADY);
        }
        if (Timeline.isFull(running.get())) {
            return Optional.of(Obstacle.TOO_MANY);
        }
        Doc session = running.get().copy();
        long number = session.number("entries", 0) + 1;
        call.store()
                .insert(
                        POLL_RUNS,
                        call.blank(POLL_RUNS)
                                .put("session", session.text("uuid"))
                                .put("number", number)
                                .put("poll_id", pollId)
                                .put("title", poll.get().text("title", ""))
                                .put("questions", poll.get().docs("questions"))
                                .put("anonymous", anonymous)
                                .put("shared", false)
                                .put("start_time", call.second()));
        call.store().update(SESSIONS, session.put("entries", number).put("poll", number));
        return Optional.empty();
    }

    /**
     * Stops the poll that is running.
     *
     * @param share whether all see the results
     */
    public Optional<Obstacle> stop(Call call, Doc schedule, boolean share) {
        Optional<Doc> session = sessions.running(call, schedule);
        Optional<Doc> run = session.flatMap(one -> run(call, one));
        if (run.isEmpty()) {
            return Optional.of(session.isPresent() ? Obstacle.NOTHING_THERE : Obstacle.NOT_RUNNING);
        }
        call.store()
                .update(
                        POLL_RUNS,
                        run.get().copy().put("end_time", call.second()).put("shared", share));
        call.store().update(SESSIONS, session.get().copy().remove("poll"));
        return Optional.empty();
    }

    private static Optional<Doc> run(Call call, Doc session) {
        return session.optionalText("poll")
                .flatMap(number -> call.store().find(POLL_RUNS, session.text("uuid") + "/" + number));
    }

    /**
     * A person's answer to one question.
     *
     * @param question its text; the first one of the poll if empty
     */
    public record Answer(Optional<String> question, List<String> chosen) {}

    /** Answers the poll that is running. */
    public Optional<Obstacle> answer(Call call, Doc schedule, Doc stay, List<Answer> answers) {
        Optional<Doc> session = sessions.running(call, schedule);
        if (session.isEmpty()) {
            return Optional.of(Obstacle.NOT_RUNNING);
        }
        if (!ParticipationState.IN_MEETING.isOf(stay)) {
            return Optional.of(Obstacle.NOT_INSIDE);
        }
        Optional<Doc> run = run(call, session.get());
        if (run.isEmpty()) {
            return Optional.of(Obstacle.NOTHING_THERE);
        }
        String key = session.get().text("uuid") + "/" + run.get().number("number") + "/" + stay.text("person");
        if (call.store().find(POLL_ANSWERS, key).isPresent()) {
            return Optional.of(Obstacle.DONE_ALREADY);
        }
        List<Doc> details = new ArrayList<>();
        for (Answer answer : answers) {
            Optional<Doc> question = question(run.get(), answer);
            if (question.isEmpty() || !fits(question.get(), answer.chosen())) {
                return Optional.of(Obstacle.WRONG_ANSWER);
            }
            details.add(detail(call, run.get(), question.get(), answer));
        }
        keep(call, run.get(), stay, details);
        return Optional.empty();
    }

    /** The question that an answer names; the first one if it names none. */
    private static Optional<Doc> question(Doc run, Answer answer) {
        return run.docs("questions").stream()
                .filter(one ->
                        answer.question().map(one.text("name", "")::equals).orElse(true))
                .findFirst();
    }

    private static boolean fits(Doc question, List<String> chosen) {
        boolean single = question.text("type", "single").equals("single");
        return !chosen.isEmpty()
                && (!single || chosen.size() == 1)
                && question.texts("answers").containsAll(chosen);
    }

    private static Doc detail(Call call, Doc run, Doc question, Answer answer) {
        return call.blank("MeetingPollReplyDetail")
                .put("question", question.text("name", ""))
                .put("answer", String.join(";", answer.chosen()))
                .put("polling_id", run.text("poll_id"))
                .put("date_time", call.second());
    }

    private static void keep(Call call, Doc run, Doc stay, List<Doc> details) {
        call.store()
                .insert(
                        POLL_ANSWERS,
                        call.blank(POLL_ANSWERS)
                                .put("session", run.text("session"))
                                .put("run", run.number("number"))
                                .put("person", stay.text("person"))
                                .put("name", stay.text("name"))
                                .put("email", stay.text("email", ""))
                                .put("anonymous", run.flag("anonymous"))
                                .put("question_details", details));
    }

    /** A poll as it stands in the running session of its schedule. */
    public Doc withStatus(Call call, Doc schedule, Doc poll) {
        return sessions.running(call, schedule)
                .flatMap(session -> call.store()
                        .in(POLL_RUNS)
                        .where("session", session.text("uuid"))
                        .where("poll_id", poll.id())
                        .newestFirst()
                        .first())
                .map(run -> poll.copy().put("status", status(run)))
                .orElse(poll);
    }

    private static String status(Doc run) {
        if (!run.has("end_time")) {
            return "started";
        }
        return run.flag("shared") ? "sharing" : "ended";
    }
}
