package io.greenroom.api.groups;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Groups and members for tests, made through the API. */
final class TestGroups {
    private TestGroups() {}

    static Doc group(Scene scene, String name) {
        return scene.ask("groupCreate")
                .body("{\"name\": \"" + name + "\"}")
                .served()
                .json();
    }

    /** A request that adds users, by their ids. */
    static Ask add(Scene scene, Doc group, Doc... users) {
        String members = Arrays.stream(users)
                .map(user -> "{\"id\": \"" + user.id() + "\"}")
                .collect(Collectors.joining(","));
        return scene.ask("groupMembersCreate", group.id()).body("{\"members\": [" + members + "]}");
    }

    static List<String> groupsOf(Scene scene, Doc user) {
        return scene.ask("user", user.id()).served().json().texts("group_ids");
    }

    static List<String> membersOf(Scene scene, Doc group) {
        return scene.ask("groupMembers", group.id()).served().json().docs("members").stream()
                .map(Doc::id)
                .toList();
    }

    /** A sub account of the scene's. */
    static Scene below(Scene scene) {
        Scene sub = scene.elsewhere();
        sub.change(account -> account.put("master_id", scene.account()));
        return sub;
    }

    /** Takes the plan from the account. */
    static void unpaid(Scene scene) {
        scene.change(account -> account.put("plan", "free"));
        scene.advance(Duration.ofSeconds(1));
    }
}
