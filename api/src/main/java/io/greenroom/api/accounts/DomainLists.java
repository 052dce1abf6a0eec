package io.greenroom.api.accounts;

import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lists of e-mail domains among an account's settings. */
final class DomainLists {
    /** A domain, perhaps with all that are below it: {@code *.example.com}. */
    private static final Pattern DOMAIN =
            Pattern.compile("(\\*\\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** The limit of the DNS, with the asterisk; it also bounds the stack of the regular expression. */
    private static final int LONGEST = 255;

    private DomainLists() {}

    /** Whether each list of domains in a change of settings holds domains only; an empty list is one. */
    static boolean fit(Doc change) {
        Optional<Doc> security = group(change, "meeting_security");
        return group(change, "schedule_meeting")
                        .flatMap(group -> text(group, "enforce_login_domains"))
                        .filter(list -> !areDomains(list))
                        .isEmpty()
                && security.flatMap(group -> group(group, "waiting_room_settings"))
                        .flatMap(group -> text(group, "whitelisted_domains_for_waiting_room"))
                        .filter(list -> !areDomains(list))
                        .isEmpty()
                && security.map(group -> group.texts("block_user_domain_list")).orElse(List.of()).stream()
                        .allMatch(DomainLists::isDomain);
    }

    private static Optional<Doc> group(Doc settings, String name) {
        return Optional.of(name).filter(settings::mayHold).flatMap(settings::optionalDoc);
    }

    private static Optional<String> text(Doc settings, String name) {
        return settings.optionalText(name).filter(list -> !list.isBlank());
    }

    /** Whether a text is domains separated by commas. */
    static boolean areDomains(String list) {
        return List.of(list.split(",", -1)).stream().allMatch(DomainLists::isDomain);
    }

    private static boolean isDomain(String domain) {
        String stripped = domain.strip();
        return stripped.length() <= LONGEST && DOMAIN.matcher(stripped).matches();
    }
}
