package io.greenroom.live;

import io.greenroom.kernel.doc.Doc;

/** The settings of a meeting or webinar that count in its running or next session. */
final class SessionRules {
    private SessionRules() {}

    /** The settings of a schedule, with those that a script has set for one session. */
    static Doc of(Doc schedule) {
        Doc settings = schedule.doc("settings");
        return schedule.optionalDoc("session_settings")
                .map(own -> settings.copy().take(own))
                .orElse(settings);
    }
}
