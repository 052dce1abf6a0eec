package io.greenroom.api.accounts;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.Scene;
import java.util.function.UnaryOperator;

/** Sub accounts of a scene's account. */
final class Below {
    static final String PASSWORD = "Sesame-42-open";

    private Below() {}

    /** Asks for an account whose owner has this mailbox. */
    static Ask creation(Scene scene, String mailbox) {
        return scene.ask("accountCreate").body(body(mailbox + "@below.example", PASSWORD));
    }

    static String body(String email, String password) {
        return """
                {"first_name": "Una", "last_name": "Below", "email": "%s", "password": "%s"}"""
                .formatted(email, password);
    }

    /** A sub account of the scene's account, created through the API, as a scene of its own. */
    static Scene open(Scene scene, String mailbox) {
        Doc created =
                creation(scene, mailbox).announcing("account.created").served().json();
        return scene.within(created.id());
    }

    /** The same with a paid plan. */
    static Scene paid(Scene scene, String mailbox) {
        Scene below = open(scene, mailbox);
        below.change(row -> row.put("plan", "pro"));
        return below;
    }

    static void profile(Scene scene, UnaryOperator<Doc> change) {
        scene.inside(unit -> unit.insert(
                AccountProfile.PROFILES,
                change.apply(unit.blank(AccountProfile.PROFILES).put("id", unit.account()))));
    }
}
