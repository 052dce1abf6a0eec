package io.greenroom.api.accounts;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.Scene;
import java.util.function.UnaryOperator;

/** Accounts below a scene's account. */
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

    /** An account below the scene's, made through the API, seen from within. */
    static Scene open(Scene scene, String mailbox) {
        Doc created =
                creation(scene, mailbox).announcing("account.created").served().json();
        return scene.within(created.id());
    }

    /** The same with a plan that somebody pays for. */
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
