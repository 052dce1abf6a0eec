package io.greenroom.api.imgroups;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.Scene;
import java.time.Duration;

/** IM groups for tests. */
final class TestImGroups {
    private TestImGroups() {}

    static Ask create(Scene scene, String body) {
        return scene.ask("imGroupCreate").body(body);
    }

    static Doc group(Scene scene, String name) {
        return create(scene, "{\"name\": \"" + name + "\"}").served().json();
    }

    static Ask add(Scene scene, Doc group, String members) {
        return scene.ask("imGroupMembersCreate", group.id()).body("{\"members\": [" + members + "]}");
    }

    static String byId(Doc user) {
        return "{\"id\": \"" + user.id() + "\"}";
    }

    /** Makes it the default group of the account, which no request of the public API can do. */
    static void makeDefault(Scene scene, Doc group) {
        scene.inside(unit -> unit.update(
                ImGroupHandler.GROUPS,
                unit.find(ImGroupHandler.GROUPS, group.id())
                        .orElseThrow()
                        .copy()
                        .put("is_default", true)));
    }

    /** Takes the plan from the account. */
    static void unpaid(Scene scene) {
        scene.change(account -> account.put("plan", "free"));
        scene.advance(Duration.ofSeconds(1));
    }
}
