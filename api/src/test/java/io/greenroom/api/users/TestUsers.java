package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;
import static io.greenroom.parts.policies.UserPolicy.POLICIES;

import io.greenroom.api.users.facts.UserSignedIn;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Users and accounts in states that no request brings about. */
final class TestUsers {
    static final String PASSWORD = "Sesame-42-open";

    private TestUsers() {}

    /** An active, licensed member of the account's own domain who signs in with an e-mail address and a password. */
    static Doc member(Scene scene, String mailbox) {
        String email = mailbox + "@first.example";
        Doc created = scene.ask("userCreate")
                .body(
                        """
                        {"action": "autoCreate", "user_info": {"email": "%s", "type": 2, "password": "%s"}}"""
                                .formatted(email, PASSWORD))
                .announcing("user.created")
                .served()
                .json();
        return kept(scene, created.id());
    }

    /** The stored user, with private fields. */
    static Doc kept(Scene scene, String id) {
        return scene.inside(unit -> unit.find(USERS, id).orElseThrow());
    }

    static void change(Scene scene, String id, UnaryOperator<Doc> change) {
        scene.inside(unit -> unit.update(
                USERS, change.apply(unit.find(USERS, id).orElseThrow().copy())));
    }

    static void policy(Scene scene, UnaryOperator<Doc> change) {
        scene.inside(unit -> unit.find(POLICIES, unit.account())
                .map(policy -> unit.update(POLICIES, change.apply(policy.copy())))
                .orElseGet(() ->
                        unit.insert(POLICIES, change.apply(unit.blank(POLICIES).put("id", unit.account())))));
    }

    /** Gives the account's users one more attribute. */
    static void attribute(Scene scene, String key, String name) {
        policy(scene, policy -> {
            Schema attribute = policy.schema()
                    .property("custom_attributes")
                    .orElseThrow()
                    .schema()
                    .items();
            List<Doc> attributes = new ArrayList<>(policy.docs("custom_attributes"));
            attributes.add(new Doc(attribute).put("key", key).put("name", name));
            return policy.put("custom_attributes", attributes);
        });
    }

    /** Publishes a fact, as the control API does. */
    static void publish(Scene scene, Fact fact) {
        scene.internally(call -> {
            call.publish(fact);
            return fact;
        });
    }

    static void signIn(Scene scene, String id) {
        publish(scene, new UserSignedIn(id, "win", "5.7.1(543)", Optional.empty()));
    }
}
