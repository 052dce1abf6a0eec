package io.greenroom.api;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Table;
import io.greenroom.testkit.Scene;
import java.util.Base64;
import java.util.List;

/**
 * The state that the client samples expect: a user with all fields, a conference and a bridge.
 */
final class SeedWorld {
    static final String UNIQUE_ID = "dddaaaa";
    private static final String CONFERENCE =
            """
            {"conference_id": 111111, "participant_password": "ghdf", "listen_only_password": "hkgk",
             "dedicated_dial_in_number": [{"number": "123343434", "country": "USA"}],
             "global_dial_in_numbers": [{"number": "434343434", "country": "USA"}]}""";
    static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private SeedWorld() {}

    /** The user, who signs in with a work e-mail address. */
    static Doc prepare(Scene scene) {
        scene.change(account -> account.put("account_number", 20212021));
        makeAttribute(scene);
        Doc created = scene.ask("userCreate")
                .body(
                        """
                        {"action": "autoCreate", "user_info": {"email": "ada@first.example", "type": 2,
                         "first_name": "Ada", "last_name": "Test", "password": "Sesame-42-open"}}""")
                .announcing("user.created")
                .served()
                .json();
        String id = created.id();
        scene.ask("userUpdate", id)
                .body(
                        """
                        {"dept": "Research", "manager": "owner@first.example", "employee_unique_id": "%s",
                         "phone_country": "US", "phone_number": "+1 2125550100",
                         "custom_attributes": [{"key": "cb3674544gexq", "value": "Nepal"}]}"""
                                .formatted(UNIQUE_ID))
                .announcing("user.updated")
                .served();
        scene.ask("userPicture", id)
                .file("pic_file", "ada.png", "image/png", PICTURE)
                .announcing("user.updated")
                .served();
        scene.control("controlSignIn", id)
                .body("{\"version\": \"5.7.1(543)\"}")
                .announcing("user.signed_in")
                .served();
        scene.control("controlPacAssign", id).body(CONFERENCE).served();
        scene.ask("userTSPCreate", id)
                .body("{\"conference_code\": \"0124\", \"leader_pin\": \"11189897\"}")
                .announcing("user.tsp_created")
                .served();
        return scene.ask("user", id).served().json();
    }

    private static void makeAttribute(Scene scene) {
        Table policies = Table.of("user_policies", "UserPolicyRecord");
        scene.inside(unit -> unit.insert(
                policies,
                unit.blank(policies)
                        .put("id", unit.account())
                        .put(
                                "custom_attributes",
                                List.of(Json.read(
                                        scene.contract().schema("CustomAttribute"),
                                        "{\"key\": \"cb3674544gexq\", \"name\": \"Country of Citizenship\"}")))));
    }
}
