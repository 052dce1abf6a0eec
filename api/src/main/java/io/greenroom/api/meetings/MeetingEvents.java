package io.greenroom.api.meetings;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Changes;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import java.util.List;

/** Announces what happens to the meetings of hosts. */
final class MeetingEvents {
    private MeetingEvents() {}

    static void created(Call call, Doc meeting) {
        Doc object = call.as("MeetingCreatedEvent", meeting)
                .put("settings", call.as("MeetingSettingsEvent", meeting.doc("settings")));
        if (meeting.has("occurrences")) {
            object.put("occurrences", Occurrences.shown(call, meeting));
        }
        call.announce("meeting.created", whole(call, "operation", Announcement.of(object), meeting));
    }

    /** Announces the fields that differ, if any does. */
    static void updated(Call call, Doc before, Doc after) {
        Changes changes = Changes.between(shown(call, before), shown(call, after));
        if (changes.isNone()) {
            return;
        }
        Announcement change = Announcement.of(
                        call.as("MeetingUpdatedEvent", changes.after()).put("id", after.number("id")))
                .old(call.as("MeetingUpdatedEvent", changes.before()).put("id", before.number("id")));
        call.announce("meeting.updated", whole(call, "scope", change, after));
    }

    private static Doc shown(Call call, Doc meeting) {
        Doc shown = call.as("MeetingUpdatedEvent", meeting);
        return meeting.has("occurrences") ? shown.put("occurrences", Occurrences.shown(call, meeting)) : shown;
    }

    static void deleted(Call call, Doc meeting) {
        call.announce(
                "meeting.deleted",
                whole(call, "operation", Announcement.of(call.as("MeetingDeletedEvent", meeting)), meeting));
    }

    /** The deletion of one occurrence, which keeps the meeting. */
    static void deletedOccurrence(Call call, Doc meeting, Doc occurrence) {
        Doc object = call.as("MeetingDeletedEvent", meeting)
                .put("occurrences", List.of(call.as("MeetingOccurrenceEvent", occurrence)));
        call.announce("meeting.deleted", whole(call, "operation", Announcement.of(object), meeting));
    }

    static void recovered(Call call, Doc meeting) {
        call.announce("meeting.recovered", restored(call, meeting));
    }

    static void purged(Call call, Doc meeting) {
        call.announce("meeting.permanently_deleted", restored(call, meeting));
    }

    private static Announcement restored(Call call, Doc meeting) {
        Doc object = call.as("MeetingRestoredEvent", meeting);
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
    private static Announcement whole(Call call, String field, Announcement about, Doc meeting) {
        if (!Kind.MEETING.recurs(meeting)) {
            return about;
        }
        boolean single = call.query().mayHold("occurrence_id") && call.query().has("occurrence_id");
        return about.with(field, single ? "single" : "all");
    }
}
