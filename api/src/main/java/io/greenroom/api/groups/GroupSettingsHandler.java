package io.greenroom.api.groups;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.meetingsettings.MeetingSettings;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.LinkedSettings;
import io.greenroom.parts.settings.Locks;
import io.greenroom.parts.settings.SettingAlias;
import io.greenroom.parts.settings.Settings;
import io.greenroom.parts.settings.SettingsOperations;
import java.util.List;

/** The settings of one group, and its locks of settings for its members. */
final class GroupSettingsHandler {
    private static final SettingAlias SCHEDULED_PMI = SettingAlias.of(
            "schedule_meeting.use_pmi_for_schedule_meetings", "schedule_meeting.use_pmi_for_scheduled_meetings");
    private static final Settings SETTINGS = MeetingSettings.settings(
            "GroupSettings",
            List.of(
                    MeetingSettings.SECURITY,
                    MeetingSettings.SPELLINGS,
                    MeetingSettings.REMINDERS,
                    List.of(SCHEDULED_PMI)));
    private static final Locks LOCKS = MeetingSettings.locks(
            "GroupLocksRecord",
            List.of(
                    MeetingSettings.SECURITY,
                    MeetingSettings.SPELLINGS,
                    MeetingSettings.REMINDERS,
                    MeetingSettings.AUTHENTICATION_LOCKS));
    private static final SettingsOperations OPERATIONS = MeetingSettings.operations(SETTINGS);
    private static final LinkedSettings LINKED = new LinkedSettings(MeetingSettings.LINKED);

    private final GroupDirectory directory;
    private final VirtualBackgrounds backgrounds;

    GroupSettingsHandler(GroupDirectory directory, VirtualBackgrounds backgrounds) {
        this.directory = directory;
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        on.doc("getGroupLockSettings", this::showLocks);
        on.done("groupLockedSettings", this::lock);
        on.doc("getGroupSettings", this::show);
        on.done("updateGroupSettings", this::change);
    }

    private static List<LayerKey> layers(Call call, Doc group) {
        return List.of(LayerKey.account(call.store().account()), LayerKey.group(group.id()));
    }

    private Doc showLocks(Call call) {
        List<LayerKey> keys = layers(call, directory.named(call));
        Doc locks = LOCKS.effective(call, keys);
        Doc settings = SETTINGS.effective(call, keys).document();
        return OPERATIONS.select(LINKED.shown(call.blank("GroupLocks"), locks, settings), call.query());
    }

    private void lock(Call call) {
        List<LayerKey> keys = layers(call, directory.named(call));
        SETTINGS.change(call, keys, LINKED.values(call.body(), call.blank("GroupSettings")));
        LOCKS.change(call, keys, LINKED.locks(call.body(), call.blank("GroupLocksRecord")));
    }

    private Doc show(Call call) {
        Doc group = directory.named(call);
        return OPERATIONS.show(
                call,
                layers(call, group),
                all -> MeetingSettings.showBackgrounds(all, backgrounds.of(call, group.id())));
    }

    private void change(Call call) {
        List<LayerKey> keys = layers(call, directory.named(call));
        Doc request = call.body().copy();
        request.optionalDoc("schedule_meeting").ifPresent(GroupSettingsHandler::requirePasswords);
        OPERATIONS.change(call, keys, request);
    }

    /** Applies {@code require_password_for_all_meetings} to the kinds of meetings that the request does not name. */
    private static void requirePasswords(Doc meetings) {
        if (meetings.get("require_password_for_all_meetings") instanceof Boolean all) {
            meetings.putIfAbsent("require_password_for_scheduling_new_meetings", all)
                    .putIfAbsent("require_password_for_instant_meetings", all)
                    .putIfAbsent("require_password_for_pmi_meetings", all ? "all" : "none");
        }
    }
}
