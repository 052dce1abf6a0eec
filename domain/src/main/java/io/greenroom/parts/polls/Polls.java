package io.greenroom.parts.polls;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.schedules.Kind;
import java.util.List;

/** The polls of schedules of one kind. A schedule has at most {@value #MOST}. */
public final class Polls {
    public static final Table POLLS = Table.of("polls", "PollRecord")
            .key("schedule_id", "id")
            .columns("schedule_id")
            .goesWith("meeting", "schedule_id")
            .goesWith("webinar", "schedule_id");

    private static final int MOST = 25;

    private final Kind kind;

    public Polls(Kind kind) {
        this.kind = kind;
    }

    /** Adds to a poll how it stands in the running session of its schedule. */
    @FunctionalInterface
    public interface Status {
        Doc withStatus(Call call, Doc schedule, Doc poll);
    }

    /** Binds the operations that list, show, replace and remove polls. */
    public void bind(Bindings on, Status status) {
        on.page(kind.word() + "Polls", call -> {
            Doc schedule = schedule(call);
            return Page.whole(of(call, schedule).list().stream()
                    .map(poll -> status.withStatus(call, schedule, poll))
                    .toList());
        });
        on.doc(kind.word() + "PollGet", call -> status.withStatus(call, schedule(call), named(call)));
        on.done(kind.word() + "PollUpdate", this::replace);
        on.done(kind.word() + "PollDelete", call -> call.store().delete(POLLS, named(call)));
    }

    private Doc schedule(Call call) {
        return call.named(kind.word() + "Id");
    }

    private static Query of(Call call, Doc schedule) {
        return call.store().in(POLLS).where("schedule_id", schedule.id());
    }

    /**
     * Adds polls to a schedule.
     *
     * @param texts {@code MeetingPollText}s
     * @throws io.greenroom.kernel.doc.Refusal {@code meeting-polls-full} if it would have too many
     */
    public List<Doc> add(Call call, Doc schedule, List<Doc> texts) {
        if (of(call, schedule).count() + texts.size() > MOST) {
            throw call.refuse("meeting-polls-full");
        }
        return texts.stream()
                .map(text -> call.store().insert(POLLS, draft(call, schedule, text)))
                .toList();
    }

    private static Doc draft(Call call, Doc schedule, Doc text) {
        return call.blank(POLLS)
                .take(text)
                .put("id", call.ids().next())
                .put("schedule_id", schedule.id())
                .put("status", "notstart");
    }

    private Doc named(Call call) {
        String key = schedule(call).id() + "/" + call.path("pollId");
        return call.require(POLLS, key, kind.word() + "-poll-missing");
    }

    private void replace(Call call) {
        Doc before = named(call);
        call.store()
                .update(POLLS, before.copy().remove("title").remove("questions").take(call.body()));
    }
}
