package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Finds the schedules of one kind for their operations, and refuses callers who may not manage them. */
public final class ScheduleAccess {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{8,10}");

    private final Kind kind;
    private final Schedules schedules;
    private final Schedules others;
    private final Refusals refusals;
    private final BiFunction<Call, String, Optional<Doc>> personal;

    /**
     * The failures of schedules that a caller has no access to. An operation answers the first of a list that it
     * declares, and that of a missing schedule if it declares none.
     *
     * @param notHost for a caller who is not the host
     * @param otherKind for a number of the other kind
     * @param foreign for another account's schedule
     */
    public record Refusals(List<String> notHost, List<String> otherKind, List<String> foreign) {}

    /**
     * Access to the schedules of one kind.
     *
     * @param personal finds the meeting of a personal meeting id, before all others
     */
    public ScheduleAccess(Schedules schedules, Refusals refusals, BiFunction<Call, String, Optional<Doc>> personal) {
        this.kind = schedules.kind();
        this.schedules = schedules;
        this.others = new Schedules(kind == Kind.MEETING ? Kind.WEBINAR : Kind.MEETING);
        this.refusals = refusals;
        this.personal = personal;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * The schedule that a path names; a user-level token reaches the user's own schedules only.
     *
     * @throws Refusal if it is of the other kind, another account's or another host's
     */
    public Optional<Doc> find(Call call, String named) {
        String number = named.strip();
        Optional<Doc> schedule = lookUp(call, number);
        if (schedule.isEmpty()) {
            refuseOther(call, number);
        }
        schedule.ifPresent(one -> refuseOthers(call, one));
        return schedule;
    }

    /** The schedule with a number, for people who join it. */
    public Optional<Doc> lookUp(Call call, String number) {
        return personal.apply(call, number).or(() -> schedules.find(call, number));
    }

    /** Refuses a user-level token of a user who may not manage a schedule. */
    public void refuseOthers(Call call, Doc schedule) {
        if (call.ownOnly() && !mayManage(call, schedule)) {
            throw refusal(call, refusals.notHost());
        }
    }

    /** The schedule that a path names. */
    public Doc require(Call call, String number) {
        return find(call, number).orElseThrow(() -> call.refuse(kind.word() + "-missing"));
    }

    /** Whether the caller's user is the host, or scheduled a meeting for the host. */
    private static boolean mayManage(Call call, Doc schedule) {
        String caller = call.caller().userId();
        return schedule.text("host_id").equals(caller)
                || (schedule.mayHold("assistant_id")
                        && schedule.text("assistant_id", "").equals(caller));
    }

    private void refuseOther(Call call, String number) {
        String unknown = kind.word() + "-id-unknown";
        String ended = kind.word() + "-has-ended";
        if (call.declares(unknown) && !NUMBER.matcher(number).matches()) {
            throw call.refuse(unknown);
        }
        if (call.declares(ended) && schedules.hasExpired(call, number)) {
            throw call.refuse(ended);
        }
        if (others.find(call, number).isPresent()) {
            throw refusal(call, refusals.otherKind());
        }
        if (schedules.isElsewhere(call, number)) {
            throw refusal(call, refusals.foreign());
        }
    }

    private Refusal refusal(Call call, List<String> failures) {
        String first = failures.stream().filter(call::declares).findFirst().orElse(kind.word() + "-missing");
        return call.refuse(first, "accountId", call.store().account());
    }
}
