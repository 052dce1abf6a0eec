package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;

/** The join links of registrants and panelists. Each identifies its person by {@code tk}. */
public final class JoinLinks {
    private static final String JOIN = "/j/";

    /** The vendor's tokens have as many characters. */
    private static final int TOKEN_LENGTH = 43;

    private JoinLinks() {}

    /** A new token. */
    public static String token(Call call) {
        return (call.ids().secret() + call.ids().secret()).substring(0, TOKEN_LENGTH);
    }

    /** The join link of a registrant; empty unless approved. */
    public static Optional<String> of(Doc schedule, Doc registrant) {
        return Registrants.status(registrant) == RegistrantStatus.APPROVED
                ? Optional.of(link(schedule, registrant.text("token")))
                : Optional.empty();
    }

    /** The page where a registrant cancels the registration. */
    static String cancel(Kind kind, Doc schedule, Doc registrant) {
        return "/" + kind.word() + "/register/" + schedule.text("registration_key") + "/cancel?tk="
                + registrant.text("token");
    }

    /** The link of the schedule below {@code /w}, with the passcode if that has it. */
    public static String link(Doc schedule, String token) {
        String joinUrl = schedule.text("join_url");
        int query = joinUrl.indexOf('?');
        String number = joinUrl.substring(JOIN.length(), query < 0 ? joinUrl.length() : query);
        return "/w/" + number + "?tk=" + token + (query < 0 ? "" : "&" + joinUrl.substring(query + 1));
    }
}
