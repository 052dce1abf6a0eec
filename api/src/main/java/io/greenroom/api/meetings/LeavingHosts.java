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
import io.greenroom.live.LeaveReason;
import io.greenroom.live.Sessions;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;
import java.util.function.Consumer;

/** What becomes of a user's meetings when the user leaves the account: another user receives them, or they are gone. */
final class LeavingHosts {
    private static final int AT_ONCE = 500;

    private final Sessions sessions;

    LeavingHosts(Sessions sessions) {
        this.sessions = sessions;
    }

    void bind(Bindings on) {
        on.fact(UserRemoved.class, this::removed);
        on.fact(UserMoved.class, this::moved);
        on.fact(UserDeactivated.class, (call, deactivated) -> call.store()
                .in(Kind.MEETING.table())
                .where("host_id", deactivated.user().id())
                .where("live", true)
                .list()
                .forEach(meeting -> sessions.end(call, meeting, LeaveReason.ENDED)));
    }

    private void moved(Call call, UserMoved moved) {
        Transaction from = moved.from();
        Call there = call.in(from.find(KernelTables.ACCOUNTS, from.account()).orElseThrow());
        each(from, moved.user(), meeting -> from.delete(Kind.MEETING.table(), ended(there, meeting)));
    }

    /** Ends a meeting's session; returns the meeting as it is then. */
    private Doc ended(Call call, Doc meeting) {
        sessions.end(call, meeting, LeaveReason.ENDED);
        return call.store().find(Kind.MEETING.table(), meeting.id()).orElseThrow();
    }

    private void removed(Call call, UserRemoved removed) {
        Optional<Doc> heir =
                removed.transfer().filter(UserRemoved.Transfer::meetings).map(UserRemoved.Transfer::to);
        each(call.store(), removed.user(), meeting -> {
            Doc now = ended(call, meeting);
            if (heir.isPresent() && !Kind.isPersonal(now)) {
                call.store()
                        .update(
                                Kind.MEETING.table(),
                                now.copy().put("host_id", heir.get().id()));
            } else {
                call.store().delete(Kind.MEETING.table(), now);
            }
        });
    }

    /** Each step takes the meetings from the user, so the first page is always new. */
    private static void each(Transaction store, Doc user, Consumer<Doc> step) {
        Query.Slice some;
        do {
            some = store.in(Kind.MEETING.table()).where("host_id", user.id()).page(Query.Start.FIRST, AT_ONCE);
            some.documents().forEach(step);
        } while (some.more());
    }
}
