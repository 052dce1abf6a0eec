package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.meetingsettings.BlockedDomains;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Completes and corrects the settings of a host's schedules. Used for one request. */
final class HostRules {
    private static final Pattern DOMAINS = Pattern.compile("(\\*\\.)?[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+(;"
            + " ?(\\*\\.)?[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+)*;?");

    /** Mails that are sent only if the host wants. */
    private static final List<String> NOT_SENT = List.of(
            "attendees_and_panelists_reminder_email_notification",
            "follow_up_attendees_email_notification",
            "follow_up_absentees_email_notification");

    private final Call call;
    private final Kind kind;
    private final HostDirectory hosts;
    private final Doc host;

    HostRules(Call call, Kind kind, HostDirectory hosts, Doc host) {
        this.call = call;
        this.kind = kind;
        this.hosts = hosts;
        this.host = host;
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
                .putIfAbsent("enforce_login", false)
                .putIfAbsent("enforce_login_domains", "")
                .putIfAbsent("alternative_hosts", "")
                .putIfAbsent("show_share_button", registers)
                .putIfAbsent("allow_multiple_devices", registers)
                .putIfAbsent("contact_name", PersonName.of(host))
                .putIfAbsent("contact_email", host.text("email"))
                .putIfAbsent("registrants_email_notification", true)
                .putIfAbsent("registrants_confirmation_email", true);
        switch (kind) {
            case MEETING -> completeMeeting(settings);
            case WEBINAR -> completeWebinar(settings);
        }
        refuseMalformedDomains(settings.text("enforce_login_domains"));
        if (namesAlternativeHosts()) {
            settings.put("alternative_hosts", alternativeHosts(settings.text("alternative_hosts")));
        }
        return settings;
    }

    private void completeMeeting(Doc settings) {
        settings.putIfAbsent("jbh_time", 0).putIfAbsent("mute_upon_entry", false);
        settings.optionalDoc("language_interpretation").stream()
                .flatMap(interpretation -> interpretation.docs("interpreters").stream())
                .flatMap(interpreter -> interpreter.optionalText("email").stream())
                .forEach(this::refuseBlocked);
        if (settings.text("encryption_type", "").equals("e2ee")) {
            withoutServers(settings);
        }
    }

    private static void completeWebinar(Doc settings) {
        settings.putIfAbsent("close_registration", false)
                .putIfAbsent("post_webinar_survey", false)
                .putIfAbsent("notify_registrants", true)
                .putIfAbsent("panelists_invitation_email_notification", true)
                .putIfAbsent("email_language", "en-US");
        settings.within("question_and_answer")
                .putIfAbsent("enable", true)
                .putIfAbsent("allow_anonymous_questions", true)
                .putIfAbsent("answer_questions", "only")
                .putIfAbsent("attendees_can_upvote", false)
                .putIfAbsent("attendees_can_comment", false);
        for (String mail : NOT_SENT) {
            settings.within(mail).putIfAbsent("enable", false).putIfAbsent("type", 0);
        }
    }

    private void refuseMalformedDomains(String domains) {
        if (!domains.isEmpty() && !DOMAINS.matcher(domains).matches()) {
            throw call.declares("meeting-domains-malformed")
                    ? call.refuse("meeting-domains-malformed")
                    : call.invalid("settings.enforce_login_domains");
        }
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
        return hosts.find(call, name)
                .filter(user -> UserType.of(user).isPaid() && !user.id().equals(host.id()))
                .map(user -> user.text("email"))
                .orElseThrow(() -> call.invalid("settings.alternative_hosts"));
    }

    private void refuseBlocked(String email) {
        EmailAddress address = new EmailAddress(email);
        if (BlockedDomains.contain(hosts.settings(call, host), address)) {
            throw call.refuse(kind.word() + "-domain-blocked", "domain", address.domain());
        }
    }
}
