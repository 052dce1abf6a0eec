package io.greenroom.parts.profiles;

import io.greenroom.kernel.doc.Doc;

/** The name of a user, as people read it. */
public final class PersonName {
    private PersonName() {}

    /** The first and the last name, as far as the user has them; empty without both. */
    public static String of(Doc user) {
        return (user.text("first_name", "") + " " + user.text("last_name", "")).strip();
    }
}
