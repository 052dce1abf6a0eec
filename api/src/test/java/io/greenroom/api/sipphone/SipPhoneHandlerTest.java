package io.greenroom.api.sipphone;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class SipPhoneHandlerTest {

    @Test
    void createsAPhone(Scene scene) {
        scene.user("ada@example.org");

        assertThat(scene.ask("createSIPPhone")
                        .body(phone("ada@example.org"))
                        .expect(201)
                        .text())
                .isEmpty();

        assertThatJson(scene.ask("listSipPhones").served().text())
                .isEqualTo(
                        """
                {"page_count": 1, "page_number": 1, "page_size": 30, "total_records": 1, "next_page_token": "",
                 "phones": [{"id": "%s", "user_email": "ada@example.org", "domain": "example.com",
                  "register_server": "192.0.2.1", "transport_protocol": "UDP", "proxy_server": "192.0.2.2",
                  "registration_expire_time": 60, "user_name": "1008", "password": "apassword1",
                  "authorization_name": "testname", "voice_mail": "4000"}]}"""
                                .formatted(phones(scene).getFirst().id()));
    }

    @Test
    void refusesASecondPhoneForAPlatform(Scene scene) {
        scene.user("ada@example.org");
        create(scene, "ada@example.org");
        create(scene, "ada@example.org.mac");
        create(scene, "ADA@example.org.iPhone");

        scene.ask("createSIPPhone").body(phone("Ada@Example.org")).refused("sip-phone-exists");
        scene.ask("createSIPPhone").body(phone("ada@example.org.MAC")).refused("sip-phone-exists");

        assertThat(addresses(scene.ask("listSipPhones").served().json()))
                .containsExactly("ada@example.org", "ada@example.org.mac", "ada@example.org.iphone");
    }

    @Test
    void acceptsAnAddressThatEndsLikeAPlatform(Scene scene) {
        scene.user("ada@first.win");
        create(scene, "ada@first.win");

        scene.ask("createSIPPhone").body(phone("ada@first.win")).refused("sip-phone-exists");
        create(scene, "ada@first.win.win");

        assertThat(addresses(scene.ask("listSipPhones").served().json()))
                .containsExactly("ada@first.win", "ada@first.win.win");
    }

    @Test
    void refusesAnUnknownAddress(Scene scene) {
        scene.user("ada@example.org");

        for (String address : List.of("bea@example.org", "bea@example.org.mac", "ada@example.org.tv")) {
            scene.ask("createSIPPhone").body(phone(address)).refused("user-outside", "userId", address);
        }
        assertThat(phones(scene)).isEmpty();
    }

    @Test
    void refusesInvalidPhones(Scene scene) {
        String whole = phone("owner@first.example");
        scene.ask("createSIPPhone")
                .body("{\"user_email\": \"owner@first.example\"}")
                .refused("validation");
        scene.ask("createSIPPhone").body(whole.replace("UDP", "SCTP")).refused("validation");
        scene.ask("createSIPPhone")
                .body(whole.replace("\"domain\"", "\"registration_expire_time\": 128, \"domain\""))
                .refused("validation");
        scene.ask("createSIPPhone").body(whole.replace("example.com", "")).refused("validation");
        assertThat(phones(scene)).isEmpty();
    }

    @Test
    void listsAllPages(Scene scene) {
        List<String> addresses = fiveAddresses(scene);

        List<String> byToken = new ArrayList<>();
        String token = "";
        do {
            Doc page = scene.ask("listSipPhones")
                    .query("page_size", 2)
                    .query("next_page_token", token)
                    .served()
                    .json();
            assertThat(page.number("total_records")).isEqualTo(5);
            byToken.addAll(addresses(page));
            token = page.text("next_page_token");
        } while (!token.isEmpty());
        List<String> byNumber = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            byNumber.addAll(addresses(scene.ask("listSipPhones")
                    .query("page_size", 2)
                    .query("page_number", number)
                    .served()
                    .json()));
        }

        assertThat(byToken).isEqualTo(addresses);
        assertThat(byNumber).isEqualTo(addresses);
    }

    @Test
    void findsThePhonesOfOneUser(Scene scene) {
        scene.user("ada@example.org");
        scene.user("bea@example.org");
        create(scene, "ada@example.org");
        create(scene, "ada@example.org.mac");
        String id = create(scene, "bea@example.org").id();
        scene.ask("updateSIPPhone", id).body("{\"user_name\": \"2001\"}").expect(204);

        assertThat(found(scene, "ADA@example.org")).containsExactly("ada@example.org", "ada@example.org.mac");
        assertThat(found(scene, "ada@example.org.mac")).containsExactly("ada@example.org.mac");
        assertThat(found(scene, "2001")).containsExactly("bea@example.org");
        assertThat(found(scene, "me")).isEmpty();
        assertThat(found(scene, "nobody@example.org")).isEmpty();
    }

    @Test
    void changesOnlySentFields(Scene scene) {
        String id = create(scene, "owner@first.example").id();

        scene.ask("updateSIPPhone", id)
                .body("{\"register_server2\": \"192.0.2.3\", \"transport_protocol2\": \"TLS\", \"voice_mail\": \"5\"}")
                .expect(204);
        scene.ask("updateSIPPhone", id)
                .body(
                        """
                        {"transport_protocol2": null, "transport_protocol": null, "domain": null,
                         "registration_expire_time": null, "user_email": "ada@example.org"}""")
                .expect(204);

        Doc phone = phones(scene).getFirst();
        assertThat(phone.text("register_server2")).isEqualTo("192.0.2.3");
        assertThat(phone.text("voice_mail")).isEqualTo("5");
        assertThat(phone.has("transport_protocol")).isFalse();
        assertThat(phone.has("transport_protocol2")).isFalse();
        assertThat(phone.text("domain")).isEqualTo("example.com");
        assertThat(phone.number("registration_expire_time")).isEqualTo(60);
        assertThat(phone.text("user_email")).isEqualTo("owner@first.example");
    }

    @Test
    void showsTheAddressThatTheUserHasNow(Scene scene) {
        Doc ada = scene.user("ada@first.example");
        create(scene, "ada@first.example.pc");

        scene.ask("userEmailUpdate", ada.id())
                .body("{\"email\": \"countess@first.example\"}")
                .announcing("user.updated")
                .served();

        assertThat(addresses(scene.ask("listSipPhones").served().json())).containsExactly("countess@first.example.pc");
        scene.ask("createSIPPhone").body(phone("countess@first.example.pc")).refused("sip-phone-exists");
    }

    @Test
    void removesAPhone(Scene scene) {
        String id = create(scene, "owner@first.example").id();

        scene.ask("deleteSIPPhone", id).expect(204);

        assertThat(phones(scene)).isEmpty();
        scene.ask("deleteSIPPhone", id).refused("sip-phone-missing");
        scene.ask("updateSIPPhone", id).body("{\"voice_mail\": \"5\"}").refused("sip-phone-missing");
        create(scene, "owner@first.example");
    }

    @Test
    void forgetsThePhonesOfADepartedUser(Scene scene) {
        Doc ada = scene.user("ada@example.org");
        create(scene, "ada@example.org");
        create(scene, "ada@example.org.mac");
        create(scene, "owner@first.example");

        scene.ask("userDelete", ada.id())
                .query("action", "delete")
                .announcing("user.deleted")
                .served();

        assertThat(addresses(scene.ask("listSipPhones").served().json())).containsExactly("owner@first.example");
    }

    @Test
    void forgetsThePhonesOfAMovedUser(Scene scene) {
        Scene below = scene.elsewhere();
        below.change(row -> row.put("master_id", scene.account()));
        Doc ada = below.user("ada@example.org");
        create(below, "ada@example.org");

        scene.ask("switchUserAccount", below.account(), ada.id())
                .body("{\"account_id\": \"%s\"}".formatted(scene.account()))
                .announcing("user.created")
                .served();

        assertThat(phones(below)).isEmpty();
        assertThat(phones(scene)).isEmpty();
    }

    @Test
    void isOffWithoutTheFeature(Scene scene) {
        String id = create(scene, "owner@first.example").id();
        scene.without("sip_phone");

        scene.ask("listSipPhones").refused("sip-phone-off");
        scene.ask("createSIPPhone").body(phone("owner@first.example")).refused("sip-phone-off");
        scene.ask("updateSIPPhone", id).body("{}").refused("sip-phone-off");
        scene.ask("deleteSIPPhone", id).refused("sip-phone-off");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        scene.user("ada@example.org");
        Doc phone = create(scene, "ada@example.org");
        Scene elsewhere = scene.elsewhere();

        assertThat(phones(elsewhere)).isEmpty();
        elsewhere
                .ask("updateSIPPhone", phone.id())
                .body("{\"domain\": \"mine\"}")
                .refused("sip-phone-missing");
        elsewhere.ask("deleteSIPPhone", phone.id()).refused("sip-phone-missing");
        elsewhere
                .ask("createSIPPhone")
                .body(phone("ada@example.org"))
                .refused("user-outside", "userId", "ada@example.org");

        assertThat(phones(scene)).containsExactly(phone);
    }

    private static List<String> fiveAddresses(Scene scene) {
        List<String> addresses = new ArrayList<>();
        for (String name : List.of("ada", "bea", "cas", "dov", "eve")) {
            scene.user(name + "@example.org");
            create(scene, name + "@example.org");
            addresses.add(name + "@example.org");
        }
        return addresses;
    }

    private static List<String> found(Scene scene, String key) {
        return addresses(
                scene.ask("listSipPhones").query("search_key", key).served().json());
    }

    private static List<String> addresses(Doc page) {
        return page.docs("phones").stream()
                .map(phone -> phone.text("user_email"))
                .toList();
    }

    private static List<Doc> phones(Scene scene) {
        return scene.ask("listSipPhones").served().json().docs("phones");
    }

    private static Doc create(Scene scene, String address) {
        scene.ask("createSIPPhone").body(phone(address)).expect(201);
        return phones(scene).getLast();
    }

    private static String phone(String address) {
        return """
                {"user_email": "%s", "domain": "example.com", "register_server": "192.0.2.1",
                 "transport_protocol": "UDP", "proxy_server": "192.0.2.2", "user_name": "1008",
                 "password": "apassword1", "authorization_name": "testname", "voice_mail": "4000"}"""
                .formatted(address);
    }
}
