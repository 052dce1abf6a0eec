package io.greenroom.live.script;

import static io.greenroom.live.script.ScriptTables.PEOPLE;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.Arrival;
import io.greenroom.live.LeaveReason;
import io.greenroom.live.LiveActs;
import io.greenroom.live.LiveTables;
import io.greenroom.live.Outcome;
import io.greenroom.live.ParticipantRole;
import io.greenroom.live.ParticipationState;
import io.greenroom.live.plan.Deed;
import io.greenroom.live.plan.Node;
import io.greenroom.live.plan.Person;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Values;
import io.greenroom.parts.registration.Application;
import io.greenroom.parts.registration.RegistrationTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Performs the acts of one script by the commands of live sessions, which check before they write. */
final class Stage {
    /** People of scripts answer no questions and get no mail. */
    private static final Application.Origin APPROVED = new Application.Origin(true, true, "");

    private static final int MOST_PRESENT = 10_000;
    private static final Result NOT_THERE = Result.refused("not_there");
    private static final Result NOT_RUNNING = Result.refused("not_running");

    private final Commands commands;
    private final String script;
    private final String number;
    private final Plan plan;
    private final Map<String, String> joined = new LinkedHashMap<>();

    /**
     * The stage of a script.
     *
     * @param script id of the script under which its people are kept; empty for a single step
     * @param number of the meeting or webinar
     */
    Stage(Commands commands, String script, String number, Plan plan) {
        this.commands = commands;
        this.script = script;
        this.number = number;
        this.plan = plan;
    }

    /** Performs an act; returns what is wrong with its result, if anything. */
    Optional<String> perform(Call call, Deed deed) {
        Optional<Doc> schedule = commands.schedules().find(call, number);
        Result result = schedule.isEmpty() ? Result.refused("missing") : act(call, schedule.get(), deed);
        return result.fault(deed);
    }

    private Result act(Call call, Doc schedule, Deed deed) {
        try {
            return switch (deed.verb()) {
                case REGISTER -> register(call, schedule, deed);
                case START -> join(call, schedule, deed, true);
                case JOIN, REJOIN -> join(call, schedule, deed, false);
                case END -> end(call, schedule);
                case LEAVE -> each(call, schedule, deed, stay -> leave(call, schedule, stay, LeaveReason.LEFT));
                case DROP -> each(call, schedule, deed, stay -> leave(call, schedule, stay, LeaveReason.NETWORK));
                case CRASH -> each(call, schedule, deed, stay -> leave(call, schedule, stay, LeaveReason.CRASH));
                case REMOVE -> each(call, schedule, deed, stay -> leave(call, schedule, stay, LeaveReason.REMOVED));
                case ADMIT -> each(call, schedule, deed, stay -> admit(call, schedule, stay));
                case HOLD -> each(call, schedule, deed, stay -> hold(call, schedule, stay));
                case RENAME ->
                    each(
                            call,
                            schedule,
                            deed,
                            stay -> change(call, schedule, stay, "name", deed.detail().word()));
                case ROLE -> each(call, schedule, deed, stay -> change(call, schedule, stay, "role", role(deed)));
            };
        } catch (Refusal refusal) {
            return Result.refused(refusal.message());
        }
    }

    private static String role(Deed deed) {
        return deed.detail().equals(Node.NONE) ? "participant" : deed.detail().word();
    }

    private Result register(Call call, Doc schedule, Deed deed) {
        Person person = plan.person(deed.who());
        Doc profile = call.blank(RegistrationTables.REGISTRANTS)
                .put("email", person.email())
                .put("first_name", person.name());
        Doc registrant =
                commands.registrations().register(call, schedule, new Application(profile, List.of(), APPROVED));
        keep(call, deed.who(), "registrant_id", registrant.text("id"));
        return Result.DONE;
    }

    private Result join(Call call, Doc schedule, Deed deed, boolean start) {
        Person person = plan.person(deed.who());
        Doc fields = Values.fill(call.blank("LiveJoin"), person.fields().entries());
        Values.fill(fields, deed.detail().entries());
        if (deed.implied() && !schedule.flag("live")) {
            return NOT_RUNNING;
        }
        boolean host = person.key().equals(Person.HOST);
        Optional<Doc> user = host
                ? Optional.of(commands.hosts().host(call, schedule))
                : fields.optionalText("user_id").map(named -> commands.hosts().user(call, named));
        if (!person.name().isEmpty()) {
            fields.put("name", person.name());
        }
        person(call, deed.who())
                .flatMap(known -> known.optionalText("registrant_id"))
                .ifPresent(id -> fields.put("registrant_id", id));
        Arrival arrival = Arrival.of(start ? fields.put("start", true) : fields, user);
        return result(call, deed, commands.sessions().join(call, schedule, arrival));
    }

    private Result result(Call call, Deed deed, Outcome outcome) {
        outcome.participation().ifPresent(stay -> remember(call, deed.who(), stay));
        return new Result(outcome.result(), outcome.reason().map(Outcome.Reason::word));
    }

    /** Keeps which participant a person of the script is. */
    private void remember(Call call, String who, Doc stay) {
        joined.put(who, stay.text("user_id"));
        keep(call, who, "user_id", stay.text("user_id"));
    }

    private void keep(Call call, String who, String field, String value) {
        if (!script.isEmpty()) {
            Doc known = person(call, who)
                    .map(Doc::copy)
                    .orElseGet(() -> call.blank(PEOPLE).put("script", script).put("name", who));
            call.store().keep(PEOPLE, known.put(field, value));
        }
    }

    private Optional<Doc> person(Call call, String who) {
        return call.store().find(PEOPLE, script + "/" + who);
    }

    /** The people that have joined on this stage. */
    List<Doc> joined(Call call) {
        return joined.entrySet().stream()
                .map(person -> ScriptStates.person(call, person.getKey(), Optional.of(person.getValue())))
                .toList();
    }

    private Result end(Call call, Doc schedule) {
        if (!schedule.flag("live")) {
            return NOT_RUNNING;
        }
        commands.sessions().end(call, schedule, LeaveReason.ENDED);
        return Result.DONE;
    }

    /** Does something with the stay of each person that an act means. */
    private Result each(Call call, Doc schedule, Deed deed, Function<Doc, Result> work) {
        List<Doc> stays =
                switch (deed.who()) {
                    case Person.ALL -> present(call, schedule, ParticipationState.IN_MEETING);
                    case Person.WAITING -> present(call, schedule, ParticipationState.WAITING_ROOM);
                    default -> stay(call, schedule, deed.who()).stream().toList();
                };
        if (stays.isEmpty() && !deed.who().equals(Person.ALL)) {
            return NOT_THERE;
        }
        for (Doc stay : stays) {
            Result result = work.apply(stay);
            if (!result.equals(Result.DONE)) {
                return result;
            }
        }
        return Result.DONE;
    }

    private Optional<Doc> stay(Call call, Doc schedule, String who) {
        return person(call, who)
                .flatMap(person -> person.optionalText("user_id"))
                .or(() -> Optional.of(who))
                .flatMap(id -> commands.sessions().participation(call, schedule, id))
                .or(() -> named(call, schedule, who));
    }

    /** A person who came in without this script, by role or name. */
    private static Optional<Doc> named(Call call, Doc schedule, String who) {
        return stays(call, schedule)
                .whereIn("state", ParticipationState.present())
                .page(Query.Start.FIRST, MOST_PRESENT)
                .documents()
                .stream()
                .filter(stay -> who.equals(Person.HOST)
                        ? ParticipantRole.HOST.isOf(stay)
                        : stay.text("name").equals(who))
                .findFirst();
    }

    private static List<Doc> present(Call call, Doc schedule, ParticipationState state) {
        return stays(call, schedule)
                .where("state", state.word())
                .page(Query.Start.FIRST, MOST_PRESENT)
                .documents();
    }

    private static Query stays(Call call, Doc schedule) {
        return call.store().in(LiveTables.PARTICIPATIONS).where("session", schedule.text("uuid"));
    }

    private Result leave(Call call, Doc schedule, Doc stay, LeaveReason reason) {
        commands.sessions().leave(call, schedule, stay, reason);
        return Result.DONE;
    }

    private Result admit(Call call, Doc schedule, Doc stay) {
        if (!ParticipationState.WAITING_ROOM.isOf(stay)) {
            return Result.refused("not_waiting");
        }
        return commands.sessions().admit(call, schedule, stay).isPresent() ? Result.DONE : Result.refused("full");
    }

    private Result hold(Call call, Doc schedule, Doc stay) {
        if (!ParticipationState.IN_MEETING.isOf(stay) || ParticipantRole.HOST.isOf(stay)) {
            return Result.refused("not_in_meeting");
        }
        Doc waiting = commands.sessions().hold(call, schedule, stay);
        return waiting.has("user_id") ? Result.DONE : NOT_THERE;
    }

    private Result change(Call call, Doc schedule, Doc stay, String field, String value) {
        return new LiveActs(commands.sessions(), commands.hosts())
                .change(call, schedule, stay, call.blank("LiveChange").put(field, value))
                .map(obstacle -> Result.refused(obstacle.word()))
                .orElse(Result.DONE);
    }
}
