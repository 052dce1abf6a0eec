package io.greenroom.api.groups;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import io.greenroom.parts.settings.LayerKey;
import io.greenroom.parts.settings.LinkedSettings;
import io.greenroom.parts.settings.Locks;
import io.greenroom.parts.settings.SettingAlias;
import io.greenroom.parts.settings.SettingView;
import io.greenroom.parts.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of one group, and what it locks for its members. */
final class GroupSettingsHandler {
    private static final List<SettingAlias> SETTING_NAMES = Stream.of(
                    SettingAlias.SECURITY,
                    SettingAlias.SPELLINGS,
                    SettingAlias.REMINDERS,
                    List.of(SettingAlias.of(
                            "schedule_meeting.use_pmi_for_schedule_meetings",
                            "schedule_meeting.use_pmi_for_scheduled_meetings")))
            .flatMap(List::stream)
            .toList();

    private static final List<SettingAlias> LOCK_NAMES = Stream.of(
                    SettingAlias.SECURITY,
                    SettingAlias.SPELLINGS,
                    SettingAlias.REMINDERS,
                    SettingAlias.AUTHENTICATION_LOCKS)
            .flatMap(List::stream)
            .toList();

    private final Settings settings = new Settings("GroupSettings", SETTING_NAMES);
    private final Locks locks = new Locks("GroupLocksRecord", LOCK_NAMES);
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

    private static List<LayerKey> chain(Call call, Doc group) {
        return List.of(LayerKey.account(call.store().account()), LayerKey.group(group.id()));
    }

    private Doc showLocks(Call call) {
        List<LayerKey> chain = chain(call, directory.named(call));
        Doc shown = LinkedSettings.COMMON.shown(
                call.blank("GroupLocks"), locks.effective(call, chain), settings.effective(call, chain));
        return SettingView.asked(SettingView.cut(shown, SettingView.of(call.query())), call.query());
    }

    private void lock(Call call) {
        List<LayerKey> chain = chain(call, directory.named(call));
        settings.change(call, chain, LinkedSettings.COMMON.values(call.body(), call.blank("GroupSettings")));
        locks.change(call, chain, LinkedSettings.COMMON.locks(call.body(), call.blank("GroupLocksRecord")));
    }

    private Doc show(Call call) {
        Doc group = directory.named(call);
        Doc all = settings.effective(call, chain(call, group));
        all.within("in_meeting").within("virtual_background_settings").put("files", backgrounds.of(call, group.id()));
        Optional<SettingView> view = SettingView.of(call.query());
        view.flatMap(SettingView::options)
                .ifPresent(options -> all.put("authentication_options", options.effective(call, chain(call, group))));
        return SettingView.asked(SettingView.cut(all, view), call.query());
    }

    private void change(Call call) {
        List<LayerKey> chain = chain(call, directory.named(call));
        Doc request = call.body().copy();
        request.optionalDoc("schedule_meeting").ifPresent(GroupSettingsHandler::requirePasswords);
        settings.change(call, chain, request);
        call.body().optionalDoc("authentication_option").ifPresent(option -> SettingView.of(call.query())
                .flatMap(SettingView::options)
                .ifPresent(options -> options.change(call, chain, option)));
    }

    /** What is asked for all meetings at once, said of each kind that the request does not name itself. */
    private static void requirePasswords(Doc meetings) {
        if (meetings.get("require_password_for_all_meetings") instanceof Boolean all) {
            meetings.putIfAbsent("require_password_for_scheduling_new_meetings", all)
                    .putIfAbsent("require_password_for_instant_meetings", all)
                    .putIfAbsent("require_password_for_pmi_meetings", all ? "all" : "none");
        }
    }
}
