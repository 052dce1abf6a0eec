package io.greenroom.parts.profiles;

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

    /** As the API spells it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
