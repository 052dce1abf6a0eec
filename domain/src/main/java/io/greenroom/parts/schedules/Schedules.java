package io.greenroom.parts.schedules;

import static io.greenroom.parts.schedules.Kind.MEETING;
import static io.greenroom.parts.schedules.Kind.WEBINAR;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The schedules of one kind: where they are kept, when they expire, how a deleted one is recovered. */
public final class Schedules {
    private static final int NUMBER_DIGITS = 11;

    /** The vendor's new numbers begin with 8 or 9. */
    private static final long FIRST_NUMBER = 80_000_000_000L;

    private static final long NUMBERS = 20_000_000_000L;

    /** How long the number of a meeting stays valid after its last use or planned end, by the vendor's help pages. */
    private static final Period KEPT = Period.ofDays(30);

    /** The same for a meeting that recurs without a fixed time. */
    private static final Period KEPT_WITHOUT_TIME = Period.ofDays(365);

    /** How long a deleted meeting can be recovered. */
    private static final Duration IN_TRASH = Duration.ofDays(7);

    /** The fields that decide when a schedule takes place. */
    private static final List<String> PLAN = List.of("type", "start_time", "timezone", "recurrence");

    private final Kind kind;

    public Schedules(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The tables of all kinds. A group declares them together, since numbers are unique across the kinds. */
    public static List<Table> tables() {
        return Stream.of(Kind.values()).map(Kind::table).toList();
    }

    /**
     * Binds what happens to schedules by time.
     *
     * @param purged is called with a schedule that has left the trash
     */
    public void bind(Bindings on, BiConsumer<Call, Doc> purged) {
        on.due(expiry(), (call, number) -> stored(call, number).ifPresent(schedule -> expire(call, schedule)));
        on.due(purge(), (call, number) -> stored(call, number).ifPresent(schedule -> {
            purged.accept(call, schedule);
            call.store().delete(kind.table(), schedule);
        }));
    }

    private String expiry() {
        return kind.word() + "-expiry";
    }

    private String purge() {
        return kind.word() + "-purge";
    }

    private Optional<Doc> stored(Call call, String number) {
        return call.store().find(kind.table(), number);
    }

    /** The schedule with a number, unless it has expired or is deleted. */
    public Optional<Doc> find(Call call, String number) {
        return stored(call, number).filter(schedule -> schedule.text("state").equals("open"));
    }

    /** The schedule with a number in the trash. */
    public Optional<Doc> findDeleted(Call call, String number) {
        return stored(call, number).filter(schedule -> schedule.text("state").equals("deleted"));
    }

    /** Whether a schedule had that number until it expired. */
    public boolean hasExpired(Call call, String number) {
        return stored(call, number)
                .filter(schedule -> schedule.text("state").equals("expired"))
                .isPresent();
    }

    /** Whether another account has a schedule with that number. */
    public boolean isElsewhere(Call call, String number) {
        return stored(call, number).isEmpty()
                && call.store()
                        .across(kind.table())
                        .where("id", Long.parseLong(number))
                        .exists();
    }

    /** The schedules that a host's list has. */
    public Query of(Call call, String hostId) {
        return call.store().in(kind.table()).where("host_id", hostId).where("listed", true);
    }

    /** Gives a new schedule its number and first UUID; the number is unique in the installation. */
    public void begin(Call call, Doc schedule) {
        schedule.put("id", freeNumber(call))
                .put("uuid", SessionUuids.draw(call))
                .put("created_at", call.second())
                .put("state", "open")
                .put("live", false);
    }

    private static long freeNumber(Call call) {
        long number = number(call);
        while (isTaken(call, number)) {
            number = number(call);
        }
        return number;
    }

    private static long number(Call call) {
        return FIRST_NUMBER + call.ids().digits(NUMBER_DIGITS) % NUMBERS;
    }

    private static boolean isTaken(Call call, long number) {
        return call.store().across(MEETING.table()).where("id", number).exists()
                || call.store().across(WEBINAR.table()).where("id", number).exists();
    }

    /**
     * Plans the times of a schedule from its {@code start_time}, {@code timezone}, {@code duration} and {@code
     * recurrence}.
     *
     * @return false if its recurrence contradicts itself
     */
    public boolean plan(Call call, Doc schedule) {
        if (kind.recurs(schedule)) {
            return Occurrences.plan(call, schedule);
        }
        schedule.remove("occurrences");
        if (!kind.isSingle(schedule)) {
            schedule.remove("start_time");
        }
        return true;
    }

    /**
     * Adapts the occurrences of a changed schedule: all are planned anew if its time was changed, otherwise they take
     * over a new duration unless they have one of their own.
     *
     * @return false if its new recurrence contradicts itself
     */
    public boolean replan(Call call, Doc before, Doc after) {
        if (PLAN.stream().anyMatch(field -> !Objects.equals(before.get(field), after.get(field)))) {
            return plan(call, after);
        }
        if (after.has("occurrences") && before.number("duration") != after.number("duration")) {
            long minutes = after.number("duration");
            after.put(
                    "occurrences",
                    after.docs("occurrences").stream()
                            .map(one ->
                                    one.flag("own_duration") ? one : one.copy().put("duration", minutes))
                            .toList());
        }
        return true;
    }

    /** Inserts or updates a schedule, with the fields that follow from others. */
    public Doc keep(Call call, Doc schedule) {
        Optional<Instant> end = end(schedule);
        schedule.put("ends_at", end).put("listed", isListed(schedule)).put("list_order", kind.order(schedule));
        if (schedule.text("state").equals("open") && !Kind.isPersonal(schedule)) {
            call.later(expiry(), schedule.id(), expires(schedule, later(end, call.second())));
        }
        return call.store().keep(kind.table(), schedule);
    }

    private static Optional<Instant> end(Doc schedule) {
        if (schedule.has("occurrences")) {
            return Occurrences.available(schedule).map(Occurrences::end).max(Instant::compareTo);
        }
        return Optional.of(schedule).filter(one -> one.has("start_time")).map(Occurrences::end);
    }

    private static Instant later(Optional<Instant> end, Instant now) {
        return end.filter(now::isBefore).orElse(now);
    }

    private boolean isListed(Doc schedule) {
        return schedule.text("state").equals("open")
                && (kind.isSingle(schedule) || kind.isTimeless(schedule) || kind.recurs(schedule));
    }

    private Instant expires(Doc schedule, Instant used) {
        Period kept = kind.isTimeless(schedule) ? KEPT_WITHOUT_TIME : KEPT;
        return used.atOffset(ZoneOffset.UTC).plus(kept).toInstant();
    }

    private void expire(Call call, Doc schedule) {
        if (!schedule.flag("live")) {
            keep(call, schedule.copy().put("state", "expired"));
        }
    }

    /** Moves a schedule to the trash. */
    public void delete(Call call, Doc schedule) {
        call.cancel(expiry(), schedule.id());
        call.later(purge(), schedule.id(), call.now().plus(IN_TRASH));
        keep(call, schedule.copy().put("state", "deleted"));
    }

    /** Takes a schedule out of the trash. */
    public Doc recover(Call call, Doc schedule) {
        call.cancel(purge(), schedule.id());
        return keep(call, schedule.copy().put("state", "open"));
    }
}
