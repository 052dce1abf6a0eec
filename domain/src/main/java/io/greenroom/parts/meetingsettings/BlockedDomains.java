package io.greenroom.parts.meetingsettings;

import io.greenroom.kernel.HostSettings;
import io.greenroom.parts.emails.EmailAddress;

/** The domains whose users a host has blocked from meetings and webinars. */
public final class BlockedDomains {
    private BlockedDomains() {}

    /** Whether the settings of a host block an e-mail address. */
    public static boolean contain(HostSettings settings, EmailAddress email) {
        return settings.flag("meeting_security.block_user_domain")
                && email.isIn(settings.texts("meeting_security.block_user_domain_list"));
    }
}
