package io.greenroom.api.meetings;

import io.greenroom.api.users.facts.UserDeactivated;
import io.greenroom.api.users.facts.UserMoved;
import io.greenroom.api.users.facts.UserRemoved;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.live.Sessions;
import io.greenroom.live.states.LeaveReason;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What becomes of a user's schedules of one kind when the user leaves the account: another user receives them, or they
 * are gone.
 */
public final class LeavingHosts {
    private static final int AT_ONCE = 500;

    private final Kind kind;
    private final Sessions sessions;

    public LeavingHosts(Kind kind, Sessions sessions) {
        this.kind = kind;
        this.sessions = sessions;
    }

    /** Binds what happens when a user is removed, deactivated or moves to another account. */
    public void bind(Bindings on) {
        on.fact(UserRemoved.class, this::removed);
        on.fact(UserMoved.class, this::moved);
        on.fact(UserDeactivated.class, (call, deactivated) -> call.store()
                .in(kind.table())
                .where("host_id", deactivated.user().id())
                .where("live", true)
                .list()
                .forEach(schedule -> sessions.end(call, schedule, LeaveReason.ENDED)));
    }

    private void moved(Call call, UserMoved moved) {
        Transaction from = moved.from();
        Call there = call.in(from.find(KernelTables.ACCOUNTS, from.account()).orElseThrow());
        each(from, moved.user(), schedule -> from.delete(kind.table(), ended(there, schedule)));
    }

    /** Ends the session of a schedule; returns the schedule as it is then. */
    private Doc ended(Call call, Doc schedule) {
        sessions.end(call, schedule, LeaveReason.ENDED);
        return call.store().find(kind.table(), schedule.id()).orElseThrow();
    }

    private void removed(Call call, UserRemoved removed) {
        Optional<Doc> heir = removed.transfer().filter(this::isTransferred).map(UserRemoved.Transfer::to);
        each(call.store(), removed.user(), schedule -> {
            Doc now = ended(call, schedule);
            if (heir.isPresent() && !Kind.isPersonal(now)) {
                call.store()
                        .update(
                                kind.table(),
                                now.copy().put("host_id", heir.get().id()));
            } else {
                call.store().delete(kind.table(), now);
            }
        });
    }

    private boolean isTransferred(UserRemoved.Transfer transfer) {
        return switch (kind) {
            case MEETING -> transfer.meetings();
            case WEBINAR -> transfer.webinars();
        };
    }

    /** Each step takes the schedules from the user, so the first page is always new. */
    private void each(Transaction store, Doc user, Consumer<Doc> step) {
        Query.Slice some;
        do {
            some = store.in(kind.table()).where("host_id", user.id()).page(Query.Start.FIRST, AT_ONCE);
            some.documents().forEach(step);
        } while (some.more());
    }
}
