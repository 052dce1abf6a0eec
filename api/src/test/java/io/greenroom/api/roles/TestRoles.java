package io.greenroom.api.roles;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Scene;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Roles and their members, made through the API. */
final class TestRoles {
    private TestRoles() {}

    static Doc role(Scene scene, String name, String... privileges) {
        String listed = Arrays.stream(privileges).map(one -> '"' + one + '"').collect(Collectors.joining(", "));
        return scene.ask("createRole")
                .body("{\"name\": \"%s\", \"privileges\": [%s]}".formatted(name, listed))
                .served()
                .json();
    }

    static void assign(Scene scene, Doc user, String roleId) {
        scene.ask("AddRoleMembers", roleId).body(members(user.id())).served();
    }

    /** A request that names users by their ids. */
    static String members(String... ids) {
        return Arrays.stream(ids)
                .map("{\"id\": \"%s\"}"::formatted)
                .collect(Collectors.joining(", ", "{\"members\": [", "]}"));
    }

    /** The ids of a role's members. */
    static List<String> membersOf(Scene scene, String roleId) {
        return scene.ask("roleMembers", roleId).served().json().docs("members").stream()
                .map(Doc::id)
                .toList();
    }
}
