package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.roles.SystemRole;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first values of a user: some are set on creation, the rest on activation. */
final class NewUser {
    private static final int PMI_DIGITS = 10;
    private static final int HOST_KEY_DIGITS = 6;
    private static final String LANGUAGE = "en-US";

    /** The texts of the profile, which are present and empty until someone fills them. Seen by integrators. */
    private static final List<String> PROFILE = List.of(
            "first_name",
            "last_name",
            "dept",
            "job_title",
            "company",
            "location",
            "phone_country",
            "phone_number",
            "cms_user_id");

    private NewUser() {}

    /** A new user, to be invited or activated. */
    static Doc draft(Call call, String id, EmailAddress address) {
        Doc user = withProfile(call.blank(USERS))
                .put("id", id)
                .put("email", address.text())
                .put("type", UserType.BASIC.number())
                .put("verified", 0)
                .put("created_at", call.second())
                .put("language", LANGUAGE)
                .put("timezone", zoneOfCaller(call))
                .put("group_ids", List.of())
                .put("im_group_ids", List.of())
                .put("account_id", call.store().account());
        return SystemRole.MEMBER.assign(withLogin(user, LoginType.EMAIL));
    }

    /** Sets the texts of the profile that a user lacks. */
    static Doc withProfile(Doc user) {
        PROFILE.forEach(name -> user.putIfAbsent(name, ""));
        return user;
    }

    /** New users have the caller's time zone until they change it. Our guess. */
    private static String zoneOfCaller(Call call) {
        return call.store()
                .find(USERS, call.caller().userId())
                .flatMap(user -> user.optionalText("timezone"))
                .orElse("UTC");
    }

    static Doc withLogin(Doc user, long loginType) {
        return user.put("login_type", loginType).put("login_types", List.of(loginType));
    }

    /** Draws the host key that only users with a licence have, or removes it. */
    static Doc withHostKey(Call call, Doc user) {
        if (!UserType.of(user).isPaid()) {
            return user.remove("host_key");
        }
        return user.has("host_key") ? user : user.put("host_key", call.ids().passcode(HOST_KEY_DIGITS));
    }

    /** Activates a user: sets the values that only active users have. */
    static Doc activate(Call call, Doc user) {
        long pmi = user.has("pmi") ? user.number("pmi") : freePmi(call);
        return withHostKey(call, user)
                .put("status", UserState.ACTIVE.text())
                .put("pmi", pmi)
                .putIfAbsent("use_pmi", false)
                .put("personal_meeting_url", personalMeeting(pmi))
                .put("jid", user.id().toLowerCase(Locale.ROOT) + "@xmpp.zoom.us")
                .put("account_number", Optional.ofNullable(call.account().get("account_number")))
                .remove("invitation_key")
                .remove("invitation_expires");
    }

    static String personalMeeting(long pmi) {
        return "/j/" + pmi;
    }

    private static long freePmi(Call call) {
        long pmi = call.ids().digits(PMI_DIGITS);
        while (isTaken(call, pmi)) {
            pmi = call.ids().digits(PMI_DIGITS);
        }
        return pmi;
    }

    /** Whether a user of any account has that personal meeting id: join links do not name the account. */
    static boolean isTaken(Call call, long pmi) {
        return call.store().across(USERS).where("pmi", pmi).exists();
    }
}
