package io.greenroom.parts.settings;

import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/**
 * Two names of one setting.
 *
 * @param group where the second name is
 * @param name the second name
 * @param keptGroup where it is kept; empty when it stands in no group
 * @param keptName the name by which it is kept
 */
public record SettingAlias(String group, String name, String keptGroup, String keptName) {
    /** Settings that the group {@code meeting_security} shows a second time. */
    public static final List<SettingAlias> SECURITY = List.of(
            of("meeting_security.waiting_room", "in_meeting.waiting_room"),
            of("meeting_security.end_to_end_encrypted_meetings", "in_meeting.e2e_encryption"),
            of("meeting_security.embed_password_in_join_link", "schedule_meeting.embed_password_in_join_link"),
            of("meeting_security.phone_password", "schedule_meeting.pstn_password_protected"),
            of("meeting_security.meeting_password", "schedule_meeting.require_password_for_scheduling_new_meetings"),
            of(
                    "meeting_security.require_password_for_scheduled_meeting",
                    "schedule_meeting.require_password_for_scheduled_meetings"));

    /** Settings that accounts and groups spell otherwise than users do, by whose names they are kept. */
    public static final List<SettingAlias> SPELLINGS = List.of(
            of("schedule_meeting.participant_video", "schedule_meeting.participants_video"),
            of("in_meeting.record_play_own_voice", "in_meeting.record_play_voice"));

    /** Reminders that groups, and locks of accounts, spell otherwise than accounts and users do. */
    public static final List<SettingAlias> REMINDERS = List.of(
            of(
                    "email_notification.cloud_recording_available_reminder",
                    "email_notification.cloud_recording_avaliable_reminder"),
            of("email_notification.schedule_for_host_reminder", "email_notification.schedule_for_reminder"));

    /** Locks that stand beside others, of settings that stand in no group. */
    public static final List<SettingAlias> AUTHENTICATION_LOCKS = List.of(
            of("schedule_meeting.meeting_authentication", "meeting_authentication"),
            of("recording.recording_authentication", "recording_authentication"));

    /** Both names, dotted. */
    public static SettingAlias of(String dotted, String keptDotted) {
        int dot = dotted.indexOf('.');
        int keptDot = keptDotted.indexOf('.');
        return new SettingAlias(
                dotted.substring(0, dot),
                dotted.substring(dot + 1),
                keptDotted.substring(0, Math.max(0, keptDot)),
                keptDotted.substring(keptDot + 1));
    }

    /** The second name, dotted where it is in a group. */
    String dotted() {
        return dotted(group, name);
    }

    /** The name by which it is kept, dotted where it is in a group. */
    String keptDotted() {
        return dotted(keptGroup, keptName);
    }

    private static String dotted(String group, String name) {
        return group.isEmpty() ? name : group + "." + name;
    }

    /** Shows the setting under its second name too. */
    void show(Doc settings) {
        Optional<Object> kept = value(settings, keptGroup, keptName);
        settings.within(group).put(name, kept);
    }

    /** What a request says under the second name, said under the first. */
    void rename(Doc request) {
        value(request, group, name).ifPresent(value -> {
            request.doc(group).remove(name);
            (keptGroup.isEmpty() ? request : request.within(keptGroup)).putIfAbsent(keptName, value);
        });
    }

    private static Optional<Object> value(Doc settings, String group, String name) {
        Optional<Doc> place = group.isEmpty() ? Optional.of(settings) : settings.optionalDoc(group);
        return place.flatMap(found -> Optional.ofNullable(found.get(name)));
    }
}
