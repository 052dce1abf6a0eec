package io.greenroom.parts.polls;

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

    private final String missing;

    public Polls(Kind kind) {
        this.missing = kind.word() + "-poll-missing";
    }

    private static Query of(Call call, Doc schedule) {
        return call.store().in(POLLS).where("schedule_id", schedule.id());
    }

    /** The polls of a schedule, oldest first. */
    public Page list(Call call, Doc schedule) {
        return Page.whole(of(call, schedule).list());
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

    /** The poll of a schedule that the path's {@code pollId} names. */
    public Doc named(Call call, Doc schedule) {
        return call.require(POLLS, schedule.id() + "/" + call.path("pollId"), missing);
    }

    /** Replaces the title and the questions of a poll. */
    public void replace(Call call, Doc schedule) {
        Doc before = named(call, schedule);
        call.store()
                .update(POLLS, before.copy().remove("title").remove("questions").take(call.body()));
    }

    /** Removes a poll. */
    public void remove(Call call, Doc schedule) {
        call.store().delete(POLLS, named(call, schedule));
    }
}
