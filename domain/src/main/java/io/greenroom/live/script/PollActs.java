package io.greenroom.live.script;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Draws;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.LiveTables;
import io.greenroom.live.plan.Node;
import io.greenroom.live.plan.Node.Field;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.live.talk.PollRuns;
import io.greenroom.parts.polls.Polls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs polls in sessions: starts them, lets people answer, and stops them. */
final class PollActs {
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}%");
    private static final int MOST_PEOPLE = 10_000;
    private static final double HUNDRED = 100;

    private final Roster roster;
    private final PollRuns runs;
    private final Polls polls;

    PollActs(Commands commands, Roster roster) {
        this.roster = roster;
        this.runs = new PollRuns(commands.sessions());
        this.polls = new Polls(commands.kind());
    }

    /**
     * Performs an act of a poll.
     *
     * @param step with {@code poll} and {@code answers}; or a word that stops the running poll
     */
    Result perform(Call call, Doc schedule, Node step) {
        String title = step.text("poll").orElse("stop");
        if (title.equals("stop")) {
            boolean publish = step.word().equals("publish") || step.isTrue("publish");
            return Result.of(runs.stop(call, schedule, publish));
        }
        List<Field> answers = step instanceof Node.Fields fields
                ? fields.find("answers").map(Node::entries).orElse(List.of())
                : List.of();
        String poll = find(call, schedule, title)
                .orElseGet(() -> make(call, schedule, title, answers))
                .id();
        Result started = Result.of(runs.start(call, schedule, poll, false));
        return started.equals(Result.DONE) ? answer(call, schedule, title, answers) : started;
    }

    private static Optional<Doc> find(Call call, Doc schedule, String title) {
        return call.store().in(Polls.POLLS).where("schedule_id", schedule.id()).list().stream()
                .filter(poll -> poll.text("title", "").equals(title))
                .findFirst();
    }

    /** A poll of the title's question, for a title that the meeting or webinar does not have. */
    private Doc make(Call call, Doc schedule, String title, List<Field> answers) {
        List<String> choices = answers.stream()
                .flatMap(answer -> isShare(answer)
                        ? List.of(answer.name()).stream()
                        : answer.value().each().stream().map(Node::word))
                .distinct()
                .toList();
        boolean single =
                answers.stream().allMatch(answer -> answer.value().each().size() == 1);
        Doc question = call.blank("MeetingPollQuestion")
                .put("name", title)
                .put("type", single ? "single" : "multiple")
                .put("answers", choices.size() < 2 ? List.of("Yes", "No") : choices);
        Doc text = call.blank("MeetingPollText").put("title", title).put("questions", List.of(question));
        return polls.add(call, schedule, List.of(text)).getFirst();
    }

    private static boolean isShare(Field answer) {
        return PERCENT.matcher(answer.value().word()).matches();
    }

    private Result answer(Call call, Doc schedule, String title, List<Field> answers) {
        for (Field answer : answers) {
            if (!isShare(answer)) {
                Optional<Doc> stay = roster.stay(call, schedule, answer.name());
                if (stay.isEmpty()) {
                    return Result.NOT_THERE;
                }
                List<String> chosen =
                        answer.value().each().stream().map(Node::word).toList();
                Result result = answer(call, schedule, stay.get(), chosen);
                if (!result.equals(Result.DONE)) {
                    return result;
                }
            }
        }
        return share(
                call,
                schedule,
                title,
                answers.stream().filter(PollActs::isShare).toList());
    }

    private Result answer(Call call, Doc schedule, Doc stay, List<String> chosen) {
        PollRuns.Answer one = new PollRuns.Answer(Optional.empty(), chosen);
        return Result.of(runs.answer(call, schedule, stay, List.of(one)));
    }

    /** Shares of those in the session other than the host; who is in which share follows from the poll's title. */
    private Result share(Call call, Doc schedule, String title, List<Field> shares) {
        List<Doc> people = shares.isEmpty() ? List.of() : audience(call, schedule, title);
        int from = 0;
        double sum = 0;
        for (Field share : shares) {
            sum += Integer.parseInt(share.value().word().replace("%", ""));
            int to = (int) Math.min(people.size(), Math.round(people.size() * sum / HUNDRED));
            for (Doc stay : people.subList(from, to)) {
                Result result = answer(call, schedule, stay, List.of(share.name()));
                if (!result.equals(Result.DONE)) {
                    return result;
                }
            }
            from = to;
        }
        return Result.DONE;
    }

    private static List<Doc> audience(Call call, Doc schedule, String title) {
        Draws draws = new Draws(title.hashCode());
        List<Doc> people = new ArrayList<>(call.store()
                .in(LiveTables.PARTICIPATIONS)
                .where("session", schedule.text("uuid"))
                .where("state", ParticipationState.IN_MEETING.word())
                .page(Query.Start.FIRST, MOST_PEOPLE)
                .documents());
        people.removeIf(ParticipantRole.HOST::isOf);
        people.sort(Comparator.comparingDouble(stay -> draws.of(stay.text("user_id"))));
        return people;
    }
}
