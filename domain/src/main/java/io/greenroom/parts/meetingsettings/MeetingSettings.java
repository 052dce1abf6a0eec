package io.greenroom.parts.meetingsettings;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.settings.Layers;
import io.greenroom.parts.settings.LinkedSettings.Linked;
import io.greenroom.parts.settings.Locks;
import io.greenroom.parts.settings.SettingAlias;
import io.greenroom.parts.settings.Settings;
import io.greenroom.parts.settings.SettingsOperations;
import java.util.List;

/** The meeting settings of accounts, groups and users: where they are kept, and which of them belong together. */
public final class MeetingSettings {
    /** The table of the layers. Its two columns count the users who have a paid feature of some capacity. */
    public static final Table TABLE = Table.of("setting_layers", "SettingLayerRecord")
            .key("layer", "owner_id")
            .columns("layer", "webinar_capacity", "large_meeting_capacity");

    public static final Layers LAYERS = new Layers(TABLE);

    /** Settings that the group {@code meeting_security} shows a second time. */
    public static final List<SettingAlias> SECURITY = List.of(
            SettingAlias.of("meeting_security.waiting_room", "in_meeting.waiting_room"),
            SettingAlias.of("meeting_security.end_to_end_encrypted_meetings", "in_meeting.e2e_encryption"),
            SettingAlias.of(
                    "meeting_security.embed_password_in_join_link", "schedule_meeting.embed_password_in_join_link"),
            SettingAlias.of("meeting_security.phone_password", "schedule_meeting.pstn_password_protected"),
            SettingAlias.of(
                    "meeting_security.meeting_password",
                    "schedule_meeting.require_password_for_scheduling_new_meetings"),
            SettingAlias.of(
                    "meeting_security.require_password_for_scheduled_meeting",
                    "schedule_meeting.require_password_for_scheduled_meetings"));

    /** Settings whose names differ in accounts and groups; they are kept under the names of users' settings. */
    public static final List<SettingAlias> SPELLINGS = List.of(
            SettingAlias.of("schedule_meeting.participant_video", "schedule_meeting.participants_video"),
            SettingAlias.of("in_meeting.record_play_own_voice", "in_meeting.record_play_voice"));

    /** Reminders whose names differ in groups and in the locks of accounts. */
    public static final List<SettingAlias> REMINDERS = List.of(
            SettingAlias.of(
                    "email_notification.cloud_recording_available_reminder",
                    "email_notification.cloud_recording_avaliable_reminder"),
            SettingAlias.of(
                    "email_notification.schedule_for_host_reminder", "email_notification.schedule_for_reminder"));

    /** Locks that are in a group although the settings that they lock are in none. */
    public static final List<SettingAlias> AUTHENTICATION_LOCKS = List.of(
            SettingAlias.of("schedule_meeting.meeting_authentication", "meeting_authentication"),
            SettingAlias.of("recording.recording_authentication", "recording_authentication"));

    /** Settings that groups, as well as accounts, get and update among their locks. */
    public static final List<Linked> LINKED = List.of(
            Linked.byField("recording", "ip_address_access_control", "enable"),
            Linked.byLock("meeting_security", "encryption_type", "end_to_end_encrypted_meetings"),
            Linked.byLock("meeting_security", "meeting_password_requirement", "meeting_password"),
            Linked.byLock("meeting_security", "waiting_room_settings", "waiting_room"),
            Linked.byLock("meeting_security", "block_user_domain_list", "block_user_domain"));

    private MeetingSettings() {}

    /**
     * The settings of one kind of owner.
     *
     * @param schema the name of the schema that has all of them
     * @param aliases lists of this class, and others
     */
    public static Settings settings(String schema, List<List<SettingAlias>> aliases) {
        return new Settings(LAYERS, schema, joined(aliases));
    }

    /**
     * The locks of one kind of owner.
     *
     * @param schema the name of the schema that has all of them
     * @param aliases lists of this class, and others
     */
    public static Locks locks(String schema, List<List<SettingAlias>> aliases) {
        return new Locks(LAYERS, schema, joined(aliases));
    }

    private static List<SettingAlias> joined(List<List<SettingAlias>> aliases) {
        return aliases.stream().flatMap(List::stream).toList();
    }

    /** The operations on the settings of one kind of owner. */
    public static SettingsOperations operations(Settings settings) {
        return new SettingsOperations(settings, List.of(MeetingSection.values()));
    }

    /** Shows the files of an owner's virtual backgrounds, which are kept elsewhere, among the settings. */
    public static void showBackgrounds(Doc settings, List<Doc> files) {
        settings.within("in_meeting").within("virtual_background_settings").put("files", files);
    }

    /**
     * How many users have a paid feature of some capacity themselves.
     *
     * @param capacity {@code webinar_capacity} or {@code large_meeting_capacity}
     */
    public static long usersOfCapacity(Transaction store, String capacity, Object size) {
        return store.in(TABLE).where("layer", "user").where(capacity, size).count();
    }
}
