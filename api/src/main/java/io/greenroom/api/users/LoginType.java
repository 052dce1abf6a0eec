package io.greenroom.api.users;

import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.List;

/** The ways to sign in that the API treats apart from the others. */
final class LoginType {
    static final long FACEBOOK = 0;
    static final long GOOGLE = 1;
    static final long API = 99;
    static final long EMAIL = 100;
    static final long SSO = 101;

    private LoginType() {}

    /** Whether a user can sign in that way. */
    static boolean has(Doc user, long loginType) {
        return user.texts("login_types").contains(Long.toString(loginType));
    }

    /** Whether a user signs in with an e-mail address and a password, and so with nobody else's account. */
    static boolean isByEmail(Doc user) {
        return has(user, EMAIL);
    }

    /** Whether another service told us last who a user is. */
    static boolean isElsewhere(Doc user) {
        long last = user.number("login_type");
        return last == GOOGLE || last == FACEBOOK;
    }

    /** Has a user sign in that way, which they can from now on. */
    static void use(Doc user, long loginType) {
        List<Long> ways = new ArrayList<>();
        user.texts("login_types").forEach(way -> ways.add(Long.valueOf(way)));
        if (!ways.contains(loginType)) {
            ways.add(loginType);
        }
        user.put("login_type", loginType).put("login_types", ways);
    }
}
