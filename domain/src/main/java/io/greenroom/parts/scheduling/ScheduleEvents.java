package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import java.util.List;

/** Announces what happens to the schedules of one kind. */
public final class ScheduleEvents {
    private final Kind kind;

    public ScheduleEvents(Kind kind) {
        this.kind = kind;
    }

    void created(Call call, Doc meeting) {
        Doc object = call.as(kind.prefix() + "CreatedEvent", meeting)
                .put(
                        "settings",
                        call.as("MeetingSettingsEvent", meeting.doc("settings")).putIfAbsent("use_pmi", false));
        if (meeting.has("occurrences")) {
            object.put("occurrences", Occurrences.shown(call, meeting));
        }
        call.announce(kind.word() + ".created", whole(call, "operation", Announcement.of(object), meeting));
    }

    /** Announces the fields that differ, if any does. */
    void updated(Call call, Doc before, Doc after) {
        Changes changes = Changes.between(shown(call, before), shown(call, after));
        if (changes.isNone()) {
            return;
        }
        Announcement change = Announcement.of(
                        call.as(kind.prefix() + "UpdatedEvent", changes.after()).put("id", after.number("id")))
                .old(call.as(kind.prefix() + "UpdatedEvent", changes.before()).put("id", before.number("id")));
        call.announce(kind.word() + ".updated", whole(call, "scope", change, after));
    }

    private Doc shown(Call call, Doc meeting) {
        Doc shown = call.as(kind.prefix() + "UpdatedEvent", meeting);
        return meeting.has("occurrences") ? shown.put("occurrences", Occurrences.shown(call, meeting)) : shown;
    }

    void deleted(Call call, Doc meeting) {
        call.announce(
                kind.word() + ".deleted",
                whole(call, "operation", Announcement.of(call.as(kind.prefix() + "DeletedEvent", meeting)), meeting));
    }

    /** The deletion of one occurrence, which keeps the meeting. */
    void deletedOccurrence(Call call, Doc meeting, Doc occurrence) {
        Doc object = call.as(kind.prefix() + "DeletedEvent", meeting)
                .put("occurrences", List.of(call.as("MeetingOccurrenceEvent", occurrence)));
        call.announce(kind.word() + ".deleted", whole(call, "operation", Announcement.of(object), meeting));
    }

    /** Announces that a schedule was taken out of the trash. */
    public void recovered(Call call, Doc meeting) {
        call.announce(kind.word() + ".recovered", restored(call, meeting));
    }

    /** Announces that a schedule has left the trash. */
    public void purged(Call call, Doc meeting) {
        call.announce(kind.word() + ".permanently_deleted", restored(call, meeting));
    }

    private Announcement restored(Call call, Doc meeting) {
        Doc object = call.as(kind.prefix() + "RestoredEvent", meeting);
        if (meeting.has("occurrences")) {
            object.put(
                    "occurrences",
                    Occurrences.available(meeting)
                            .map(occurrence -> call.as("MeetingOccurrenceEvent", occurrence))
                            .toList());
        }
        return whole(call, "operation", Announcement.of(object), meeting);
    }

    /** Recurring meetings say whether one occurrence or the whole meeting is meant. */
    private Announcement whole(Call call, String field, Announcement about, Doc meeting) {
        if (!kind.recurs(meeting)) {
            return about;
        }
        boolean single = call.query().mayHold("occurrence_id") && call.query().has("occurrence_id");
        return about.with(field, single ? "single" : "all");
    }
}
