package io.greenroom.live.script;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.live.Arrival;
import io.greenroom.live.Outcome;
import io.greenroom.live.plan.Deed;
import io.greenroom.live.plan.Person;
import io.greenroom.live.plan.Plan;
import io.greenroom.live.plan.Values;
import io.greenroom.live.plan.Verb;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.live.states.SessionState;
import io.greenroom.parts.meetingsettings.MeetingCapacity;
import io.greenroom.parts.panelists.Panelists;
import io.greenroom.parts.registration.Application;
import io.greenroom.parts.registration.RegistrationTables;
import io.greenroom.parts.schedules.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Performs the acts of one script by the commands of live sessions, which check before they write. */
final class Stage {
    /** People of scripts answer no questions and get no mail. */
    private static final Application.Origin APPROVED = new Application.Origin(true, true, "");

    private final Commands commands;
    private final Roster roster;
    private final Acts acts;
    private final String number;
    private final Plan plan;

    /**
     * The stage of a script.
     *
     * @param number of the meeting or webinar
     */
    Stage(Commands commands, Roster roster, String number, Plan plan) {
        this.commands = commands;
        this.roster = roster;
        this.acts = new Acts(commands, roster, plan);
        this.number = number;
        this.plan = plan;
    }

    /** Performs an act; returns what is wrong with its result, if anything. */
    Optional<String> perform(Call call, Deed deed) {
        Optional<Doc> schedule = commands.schedules().find(call, number);
        Result result = schedule.isEmpty() ? Result.refused("missing") : attempt(call, schedule.get(), deed);
        return result.fault(deed);
    }

    private Result attempt(Call call, Doc schedule, Deed deed) {
        try {
            return mayDo(call, schedule, deed) ? act(call, schedule, deed) : Result.refused("not_allowed");
        } catch (Refusal refusal) {
            return Result.refused(refusal.message());
        }
    }

    /** Whether the person who causes an act may, where only hosts may. */
    private boolean mayDo(Call call, Doc schedule, Deed deed) {
        Optional<String> by = deed.verb() == Verb.END ? Optional.of(deed.who()) : deed.by();
        return by.isEmpty()
                || !(deed.verb().isForHosts() || isMutingOthers(deed))
                || !schedule.flag("live")
                || roster.stay(call, schedule, by.get())
                        .filter(ParticipationState.IN_MEETING::isOf)
                        .filter(stay -> ParticipantRole.HOST.isOf(stay) || ParticipantRole.CO_HOST.isOf(stay))
                        .isPresent();
    }

    private static boolean isMutingOthers(Deed deed) {
        return deed.verb() == Verb.MUTE && !deed.by().equals(Optional.of(deed.who()));
    }

    private Result act(Call call, Doc schedule, Deed deed) {
        return switch (deed.verb()) {
            case REGISTER -> register(call, schedule, deed);
            case INVITE -> invite(call, schedule, deed);
            case START, JOIN, REJOIN -> join(call, schedule, deed);
            case BROADCAST -> broadcast(call, schedule);
            case END -> end(call, schedule);
            case LEAVE -> leave(call, schedule, deed, LeaveReason.LEFT);
            case DROP -> leave(call, schedule, deed, LeaveReason.NETWORK);
            case CRASH -> leave(call, schedule, deed, LeaveReason.CRASH);
            case REMOVE -> leave(call, schedule, deed, LeaveReason.REMOVED);
            case ADMIT -> each(call, schedule, deed, stay -> admit(call, schedule, stay));
            case HOLD -> each(call, schedule, deed, stay -> hold(call, schedule, stay, deed));
            default -> acts.perform(call, schedule, deed);
        };
    }

    private Result register(Call call, Doc schedule, Deed deed) {
        Person person = plan.person(deed.who());
        Doc profile = call.blank(RegistrationTables.REGISTRANTS)
                .put("email", person.email())
                .put("first_name", person.name());
        Doc registrant =
                commands.registrations().register(call, schedule, new Application(profile, List.of(), APPROVED));
        roster.keep(call, deed.who(), "registrant_id", registrant.text("id"));
        return Result.DONE;
    }

    /** Panelists of scripts get no mail. */
    private Result invite(Call call, Doc schedule, Deed deed) {
        if (commands.kind() != Kind.WEBINAR) {
            return Result.refused("no_webinar");
        }
        Person person = plan.person(deed.who());
        Panelists panelists = new Panelists(call, schedule.id());
        Doc host = commands.hosts().host(call, schedule);
        if (panelists.byEmail(person.email()).isEmpty()
                && panelists.count() >= MeetingCapacity.of(commands.hosts().settings(call, host))) {
            return Result.refused("full");
        }
        String id = panelists.put(person.name(), person.email()).text("id");
        roster.keep(call, deed.who(), "panelist_id", id);
        return Result.DONE;
    }

    private Result join(Call call, Doc schedule, Deed deed) {
        if (deed.implied() && !schedule.flag("live")) {
            return Result.NOT_RUNNING;
        }
        Person person = plan.person(deed.who());
        Doc fields = Values.fill(call.blank("LiveJoin"), person.fields().entries());
        Values.fill(fields, deed.detail().entries());
        if (!person.name().isEmpty()) {
            fields.put("name", person.name());
        }
        if (deed.verb() == Verb.START) {
            fields.put("start", true);
        }
        roster.known(call, deed.who(), "registrant_id").ifPresent(id -> fields.put("registrant_id", id));
        roster.known(call, deed.who(), "panelist_id").ifPresent(id -> fields.put("panelist_id", id));
        roster.earlier(call, schedule, deed.who()).ifPresent(stay -> fields.put("rejoin_of", stay.text("user_id")));
        Optional<Doc> user = person.key().equals(Person.HOST)
                ? Optional.of(commands.hosts().host(call, schedule))
                : fields.optionalText("user_id").map(named -> commands.hosts().user(call, named));
        Outcome outcome = commands.sessions().join(call, schedule, Arrival.of(fields, user));
        outcome.participation().ifPresent(stay -> roster.joined(call, deed.who(), stay));
        return new Result(outcome.result(), outcome.reason().map(Outcome.Reason::word));
    }

    private Result broadcast(Call call, Doc schedule) {
        boolean practises = commands.sessions()
                .open(call, schedule)
                .filter(SessionState.PRACTICE::isOf)
                .isPresent();
        if (!practises) {
            return Result.refused("no_practice");
        }
        commands.sessions().broadcast(call, schedule);
        return Result.DONE;
    }

    private Result end(Call call, Doc schedule) {
        if (!schedule.flag("live")) {
            return Result.NOT_RUNNING;
        }
        commands.sessions().end(call, schedule, LeaveReason.ENDED);
        return Result.DONE;
    }

    private Result each(Call call, Doc schedule, Deed deed, Function<Doc, Result> work) {
        List<Doc> stays = roster.stays(call, schedule, deed.who()).stream()
                .filter(stay -> !ParticipationState.LEFT.isOf(stay))
                .toList();
        return Result.ofEach(stays, deed, work);
    }

    private Result leave(Call call, Doc schedule, Deed deed, LeaveReason reason) {
        return each(call, schedule, deed, stay -> {
            if (!schedule.flag("live") || isOpen(call)) {
                commands.sessions()
                        .participation(call, schedule, stay.text("user_id"))
                        .ifPresent(now -> commands.sessions().leave(call, schedule, now, reason));
            }
            return Result.DONE;
        });
    }

    /** Whether the session goes on: the leave of its host may end it, and with it all other stays. */
    private boolean isOpen(Call call) {
        return commands.schedules()
                .find(call, number)
                .flatMap(schedule -> commands.sessions().open(call, schedule))
                .isPresent();
    }

    private Result admit(Call call, Doc schedule, Doc stay) {
        if (!ParticipationState.WAITING_ROOM.isOf(stay)) {
            return Result.refused("not_waiting");
        }
        return commands.sessions().admit(call, schedule, stay).isPresent() ? Result.DONE : Result.refused("full");
    }

    private Result hold(Call call, Doc schedule, Doc stay, Deed deed) {
        if (!ParticipationState.IN_MEETING.isOf(stay) || ParticipantRole.HOST.isOf(stay)) {
            return Result.refused("not_in_meeting");
        }
        Doc waiting = commands.sessions().hold(call, schedule, stay);
        String who = deed.who().equals(Person.ALL) ? plan.named(stay.text("name")) : deed.who();
        roster.joined(call, who, waiting);
        return Result.DONE;
    }
}
