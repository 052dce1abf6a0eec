package io.greenroom.api.users;

import io.greenroom.kernel.doc.Doc;
import java.util.Locale;

/** How far a user belongs to the account: invited, in, or shut out. */
enum UserState {
    PENDING,
    ACTIVE,
    INACTIVE;

    static UserState of(Doc user) {
        return valueOf(user.text("status").toUpperCase(Locale.ROOT));
    }

    /** As the API spells it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
