package io.greenroom.api.contacts;

import io.greenroom.api.users.facts.UserSignedIn;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What users do with their clients. */
final class TestContacts {
    private TestContacts() {}

    static void signIn(Scene scene, Doc user) {
        scene.internally(call -> {
            call.publish(new UserSignedIn(user.id(), "win", "5.7.1(543)", Optional.empty()));
            return user;
        });
    }

    static void presence(Scene scene, Doc user, String status) {
        scene.ask("updatePresenceStatus", user.id())
                .body("{\"status\": \"%s\"}".formatted(status))
                .announcing("user.presence_status_updated")
                .served();
    }

    static void introduce(Scene scene, Doc user, Scene other, Doc contact) {
        scene.inside(unit -> {
            OutsideContacts.introduce(unit, user.id(), unit.as(other.account()), contact.id());
            return user;
        });
    }

    /** The addresses on all pages, read by token. */
    static List<String> all(Supplier<Ask> ask) {
        List<String> emails = new ArrayList<>();
        String token = "";
        do {
            Doc page = ask.get().query("next_page_token", token).served().json();
            page.docs("contacts").forEach(contact -> emails.add(contact.text("email")));
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        return emails;
    }
}
