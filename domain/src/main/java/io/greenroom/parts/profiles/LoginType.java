package io.greenroom.parts.profiles;

import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.List;

/** The login types that operations distinguish. */
public final class LoginType {
    public static final long FACEBOOK = 0;
    public static final long GOOGLE = 1;
    public static final long API = 99;
    public static final long EMAIL = 100;
    public static final long SSO = 101;

    private LoginType() {}

    /** Whether a user has a login type. */
    public static boolean has(Doc user, long loginType) {
        return user.texts("login_types").contains(Long.toString(loginType));
    }

    /** Whether a user can sign in with an e-mail address and a password. */
    public static boolean isByEmail(Doc user) {
        return has(user, EMAIL);
    }

    /** Whether a user signed in with Google or Facebook last. */
    public static boolean isElsewhere(Doc user) {
        long last = user.number("login_type");
        return last == GOOGLE || last == FACEBOOK;
    }

    /** Sets a user's last login type, and adds it to those that they have. */
    public static void use(Doc user, long loginType) {
        List<Long> ways = new ArrayList<>();
        user.texts("login_types").forEach(way -> ways.add(Long.valueOf(way)));
        if (!ways.contains(loginType)) {
            ways.add(loginType);
        }
        user.put("login_type", loginType).put("login_types", ways);
    }
}
