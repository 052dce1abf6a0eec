package io.greenroom.live.script;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Obstacle;
import io.greenroom.live.plan.Deed;
import io.greenroom.live.plan.Node;
import io.greenroom.live.plan.Person;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Values;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.live.talk.ChatLines;
import io.greenroom.live.talk.Questions;
import io.greenroom.live.talk.Satisfaction;
import io.greenroom.live.talk.SentFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Performs what people do in a session beside coming and leaving. */
final class Acts {
    private final Commands commands;
    private final Roster roster;
    private final PollActs polls;
    private final ChatLines lines;
    private final Questions questions;
    private final Plan plan;

    Acts(Commands commands, Roster roster, Plan plan) {
        this.commands = commands;
        this.roster = roster;
        this.polls = new PollActs(commands, roster);
        this.lines = new ChatLines(commands.sessions(), commands.hosts());
        this.questions = new Questions(commands.sessions());
        this.plan = plan;
    }

    Result perform(Call call, Doc schedule, Deed deed) {
        Node detail = deed.detail();
        return switch (deed.verb()) {
            case LOCK -> Result.of(commands.acts().lock(call, schedule, true));
            case UNLOCK -> Result.of(commands.acts().lock(call, schedule, false));
            case RECORD -> Result.of(commands.acts().record(call, schedule, by(call, schedule, deed), detail.word()));
            case STREAM -> Result.of(stream(call, schedule, detail.word()));
            case ALERT -> alert(call, schedule, detail);
            case POLL -> polls.perform(call, schedule, detail);
            case ASK ->
                each(
                        call,
                        schedule,
                        deed,
                        stay -> Result.of(
                                questions.ask(call, schedule, stay, text(detail), detail.isTrue("anonymous"))));
            case ANSWER -> answer(call, schedule, deed);
            case UPVOTE -> each(call, schedule, deed, stay -> vote(call, schedule, stay, detail.word()));
            case CHAT, SAY, CAPTION -> each(call, schedule, deed, stay -> line(call, schedule, deed, stay));
            case FEEDBACK -> each(call, schedule, deed, stay -> rate(call, detail, stay));
            default ->
                each(
                        call,
                        schedule,
                        deed,
                        stay -> Result.of(commands.acts().change(call, schedule, stay, change(call, deed))));
        };
    }

    private Result each(Call call, Doc schedule, Deed deed, Function<Doc, Result> work) {
        return Result.ofEach(roster.stays(call, schedule, deed.who()), deed, work);
    }

    /** The person who causes an act: the one that the step names, else the host. */
    private Optional<Doc> by(Call call, Doc schedule, Deed deed) {
        return roster.stay(call, schedule, deed.by().orElse(Person.HOST)).filter(ParticipationState.IN_MEETING::isOf);
    }

    private Optional<Obstacle> stream(Call call, Doc schedule, String word) {
        return word.equals("start")
                ? commands.acts().startStream(call, schedule, Optional.empty())
                : commands.acts().stopStream(call, schedule);
    }

    private Result alert(Call call, Doc schedule, Node issues) {
        for (Node issue : issues.each()) {
            Optional<Obstacle> obstacle = commands.acts().alert(call, schedule, issue.word());
            if (obstacle.isPresent()) {
                return Result.of(obstacle);
            }
        }
        return Result.DONE;
    }

    private Result line(Call call, Doc schedule, Deed deed, Doc stay) {
        Node detail = deed.detail();
        Optional<Doc> to = detail.text("to").flatMap(who -> roster.stay(call, schedule, who));
        if (detail.text("to").isPresent() && to.isEmpty()) {
            return Result.NOT_THERE;
        }
        ChatLines.Line line = new ChatLines.Line(
                text(detail),
                to.map(recipient -> recipient.text("user_id")),
                detail.text("lasts").map(Values::seconds).orElse(0L),
                file(detail));
        return Result.of(
                switch (deed.verb()) {
                    case CHAT -> lines.chat(call, schedule, stay, line);
                    case SAY -> lines.say(call, schedule, stay, line);
                    default -> lines.caption(call, schedule, stay, line);
                });
    }

    /** The file of a chat line; without a content of its own it contains the line. */
    private static Optional<SentFile> file(Node detail) {
        return detail instanceof Node.Fields fields
                ? fields.find("file")
                        .map(file -> new SentFile(
                                file.text("name").orElse(file instanceof Node.Text ? file.word() : "file.txt"),
                                file.text("content").orElse(text(detail))))
                : Optional.empty();
    }

    private static String text(Node detail) {
        return detail.text("text").orElse(detail.word());
    }

    private Result answer(Call call, Doc schedule, Deed deed) {
        Optional<Doc> by = by(call, schedule, deed);
        Optional<Long> question =
                question(call, schedule, deed.detail().text("to").orElse(""));
        return by.isEmpty() || question.isEmpty()
                ? Result.NOT_THERE
                : Result.of(questions.answer(call, schedule, by.get(), question.get(), text(deed.detail())));
    }

    private Result vote(Call call, Doc schedule, Doc stay, String asker) {
        Optional<Long> question = question(call, schedule, asker);
        return question.isEmpty() ? Result.NOT_THERE : Result.of(questions.vote(call, schedule, stay, question.get()));
    }

    /** The number of the latest question of a person. */
    private Optional<Long> question(Call call, Doc schedule, String asker) {
        return roster.stay(call, schedule, asker)
                .flatMap(stay -> Questions.latest(call, schedule, stay))
                .map(question -> question.number("number"));
    }

    private static Result rate(Call call, Node detail, Doc stay) {
        List<String> complaints = detail instanceof Node.Fields fields
                ? fields.find("bad").map(Node::each).orElse(List.of()).stream()
                        .map(Node::word)
                        .toList()
                : List.of();
        Satisfaction.keep(call, stay, !(detail instanceof Node.Fields), complaints);
        return Result.DONE;
    }

    /** What an act changes of one person. */
    private Doc change(Call call, Deed deed) {
        Doc change = call.blank("LiveChange");
        String word = deed.detail().word();
        return switch (deed.verb()) {
            case RENAME -> change.put("name", word);
            case ROLE -> change.put("role", word.isEmpty() ? "participant" : word);
            case MUTE -> change.put("muted", true);
            case UNMUTE -> change.put("muted", false);
            case CAMERA_ON -> change.put("camera_on", true);
            case CAMERA_OFF -> change.put("camera_on", false);
            case HAND_UP -> change.put("hand", true);
            case HAND_DOWN -> change.put("hand", false);
            case QUALITY -> change.put("quality", word.isEmpty() ? ownQuality(deed.who()) : word);
            case BREAKOUT -> change.put("breakout_room", word);
            case SHARE -> change.put("sharing", sharing(call, deed.detail()));
            case UNSHARE -> change.put("sharing", call.blank("LiveSharing").put("content", "none"));
            default -> throw new ContractViolation(deed.verb() + " changes no person");
        };
    }

    private String ownQuality(String who) {
        return plan.person(who).fields().text("quality").orElse("good");
    }

    private static Doc sharing(Call call, Node detail) {
        return call.blank("LiveSharing")
                .put("content", detail.text("what").orElse("desktop"))
                .put("link_source", detail.text("link"))
                .put("file_link", detail.text("file"))
                .put("source", detail.text("source"));
    }
}
