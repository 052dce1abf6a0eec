package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.meetingsettings.BlockedDomains;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.settings.EffectiveSettings;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Completes and corrects the settings of a host's meetings. Used for one request. */
final class HostRules {
    private static final Pattern DOMAINS = Pattern.compile("(\\*\\.)?[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+(;"
            + " ?(\\*\\.)?[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+)*;?");

    private final Call call;
    private final Users users;
    private final Doc host;
    private final EffectiveSettings inForce;

    HostRules(Call call, Users users, Doc host, EffectiveSettings inForce) {
        this.call = call;
        this.users = users;
        this.host = host;
        this.inForce = inForce;
    }

    /**
     * Fills what neither the request nor the host's settings have decided, and corrects what cannot be.
     *
     * @param settings a copy, changed and returned
     */
    Doc complete(Doc settings) {
        if (!UserType.of(host).isPaid()) {
            settings.put("approval_type", Registrations.NO_REGISTRATION);
        }
        boolean registers =
                settings.number("approval_type", Registrations.NO_REGISTRATION) != Registrations.NO_REGISTRATION;
        settings.putIfAbsent("approval_type", Registrations.NO_REGISTRATION)
                .putIfAbsent("jbh_time", 0)
                .putIfAbsent("mute_upon_entry", false)
                .putIfAbsent("enforce_login", false)
                .putIfAbsent("enforce_login_domains", "")
                .putIfAbsent("alternative_hosts", "")
                .putIfAbsent("show_share_button", registers)
                .putIfAbsent("allow_multiple_devices", registers)
                .putIfAbsent("contact_name", PersonName.of(host))
                .putIfAbsent("contact_email", host.text("email"))
                .putIfAbsent("registrants_email_notification", true)
                .putIfAbsent("registrants_confirmation_email", true);
        String domains = settings.text("enforce_login_domains");
        if (!domains.isEmpty() && !DOMAINS.matcher(domains).matches()) {
            throw call.refuse("meeting-domains-malformed");
        }
        if (namesAlternativeHosts()) {
            settings.put("alternative_hosts", alternativeHosts(settings.text("alternative_hosts")));
        }
        settings.optionalDoc("language_interpretation").stream()
                .flatMap(interpretation -> interpretation.docs("interpreters").stream())
                .flatMap(interpreter -> interpreter.optionalText("email").stream())
                .forEach(this::refuseBlocked);
        if (settings.text("encryption_type", "").equals("e2ee")) {
            withoutServers(settings);
        }
        return settings;
    }

    /** Alternative hosts are checked when they are named, since a user may leave later. */
    private boolean namesAlternativeHosts() {
        Doc body = call.body();
        return body.mayHold("settings")
                && body.optionalDoc("settings")
                        .filter(given -> given.has("alternative_hosts"))
                        .isPresent();
    }

    /** The server takes no part in meetings that are encrypted from end to end. */
    private static void withoutServers(Doc settings) {
        settings.put("audio", "voip");
        if (settings.text("auto_recording", "").equals("cloud")) {
            settings.put("auto_recording", "none");
        }
    }

    /** The alternative hosts as answers have them: e-mail addresses of licensed users, separated by semicolons. */
    private String alternativeHosts(String named) {
        return Arrays.stream(named.split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(this::alternativeHost)
                .distinct()
                .collect(Collectors.joining(";"));
    }

    private String alternativeHost(String name) {
        if (EmailAddress.isOne(name)) {
            refuseBlocked(name);
        }
        return users.find(call, name)
                .filter(user -> UserType.of(user).isPaid() && !user.id().equals(host.id()))
                .map(user -> user.text("email"))
                .orElseThrow(() -> call.invalid("settings.alternative_hosts"));
    }

    private void refuseBlocked(String email) {
        EmailAddress address = new EmailAddress(email);
        if (BlockedDomains.contain(inForce, address)) {
            throw call.refuse("meeting-domain-blocked", "domain", address.domain());
        }
    }
}
