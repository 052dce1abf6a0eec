package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Scene;
import java.util.List;

/** A master account with trunks and numbers of a carrier, and its sub accounts. */
final class Family {
    static final String HQ =
            """
            {"id": "268", "name": "HQ", "sip_server_address": "192.0.2.10", "dnis": "9000125800",
             "number_prefix": "0", "outbound_caller_id": "4930111"}""";
    static final String BRANCH =
            """
            {"id": "281", "name": "Branch", "sip_server_address": "branch.example.org", "dnis": "80001748",
             "number_prefix": "2"}""";
    private static final String GERMAN = "{\"number\": \"4930222\", \"country\": \"DE\"}";
    private static final String AMERICAN = "{\"number\": \"45345545\", \"country\": \"US\"}";

    private Family() {}

    /** Has a carrier set up two trunks and two numbers. */
    static void connect(Scene master) {
        setUp(master, List.of(HQ, BRANCH), List.of(GERMAN, AMERICAN));
    }

    static void setUp(Scene master, List<String> trunks, List<String> numbers) {
        master.control("controlSipAudioSetUp")
                .body("{\"trunks\": [%s], \"numbers\": [%s]}"
                        .formatted(String.join(",", trunks), String.join(",", numbers)))
                .served();
    }

    /** A sub account of the scene's, created through the API, with a plan that has high rate limits. */
    static Scene below(Scene master, String mailbox) {
        Doc created = master.ask("accountCreate")
                .body(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "%s@below.example",
                         "password": "Sesame-42-open"}"""
                                .formatted(mailbox))
                .announcing("account.created")
                .served()
                .json();
        Scene below = master.within(created.id());
        below.change(row -> row.put("plan", "enterprise"));
        return below;
    }

    static Scene below(Scene master) {
        return below(master, "una");
    }

    /** A sub account of a sub account of the master account. */
    static Scene grandchild(Scene master, Scene below) {
        Scene grandchild = below(master, "gina");
        grandchild.change(row -> row.put("master_id", below.account()));
        return grandchild;
    }

    static List<Doc> trunks(Scene caller, String account) {
        return caller.ask("listSIPTrunks", account).served().json().docs("sip_trunks");
    }

    static List<String> numbers(Scene caller) {
        return caller.ask("listSipTrunkNumbers").served().json().docs("phone_numbers").stream()
                .map(number -> number.text("number"))
                .toList();
    }
}
