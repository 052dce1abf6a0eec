package io.greenroom.parts.profiles;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Locale;

/** The status of a user. */
public enum UserState {
    PENDING,
    ACTIVE,
    INACTIVE;

    public static UserState of(Doc user) {
        return valueOf(user.text("status").toUpperCase(Locale.ROOT));
    }

    /** Whether an operation makes no change for this user, because their invitation is pending. */
    public static boolean isIgnored(Call call, Doc user) {
        return call.operation().ignoresPending() && of(user) == PENDING;
    }

    /** As the API spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
