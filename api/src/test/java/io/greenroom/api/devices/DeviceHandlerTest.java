package io.greenroom.api.devices;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class DeviceHandlerTest {
    private static final String SCOPES = "h323:read:admin h323:write:admin";

    @Test
    void addsADeviceAndSaysWhereItIs(Scene scene) {
        Reply reply = scene.ask("deviceCreate").body(device("Board room")).expect(201);

        String id = reply.json().id();
        assertThatJson(reply.text())
                .isEqualTo(
                        """
                {"id": "%s", "name": "Board room", "protocol": "H.323", "ip": "192.0.2.7", "encryption": "auto"}"""
                                .formatted(id));
        assertThat(reply.header("Content-Location")).isEqualTo(scene.origin() + "/v2/h323/devices/" + id);
        assertThat(devices(scene)).containsExactly(reply.json());
    }

    @Test
    void listsNothingAtFirst(Scene scene) {
        assertThatJson(scene.ask("deviceList").served().text())
                .isEqualTo(
                        """
                {"page_count": 0, "page_number": 1, "page_size": 30, "total_records": 0, "next_page_token": "",
                 "devices": []}""");
    }

    @Test
    void listsAllPagesByToken(Scene scene) {
        List<String> names = fiveNames(scene);
        List<String> listed = new ArrayList<>();
        String token = "";
        do {
            Doc page = scene.ask("deviceList")
                    .query("page_size", 2)
                    .query("next_page_token", token)
                    .served()
                    .json();
            assertThat(page.number("total_records")).isEqualTo(5);
            assertThat(page.number("page_count")).isEqualTo(3);
            page.docs("devices").forEach(device -> listed.add(device.text("name")));
            token = page.text("next_page_token");
        } while (!token.isEmpty());

        assertThat(listed).isEqualTo(names);
    }

    @Test
    void listsAllPagesByNumber(Scene scene) {
        List<String> names = fiveNames(scene);
        List<String> listed = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            Doc page = scene.ask("deviceList")
                    .query("page_size", 2)
                    .query("page_number", number)
                    .served()
                    .json();
            assertThat(page.number("page_number")).isEqualTo(number);
            page.docs("devices").forEach(device -> listed.add(device.text("name")));
        }

        assertThat(listed).isEqualTo(names);
    }

    @Test
    void refusesAPageTokenOfAnotherList(Scene scene) {
        scene.user("ada@example.org");
        String token = scene.ask("users").query("page_size", 1).served().json().text("next_page_token");

        scene.ask("deviceList").query("next_page_token", token).refused("page-token");
    }

    @Test
    void changesADevice(Scene scene) {
        String id = create(scene, "Board room").id();

        scene.ask("deviceUpdate", id)
                .body(
                        """
                        {"name": "Lobby", "protocol": "SIP", "ip": "lobby.example.org", "encryption": "no"}""")
                .expect(204);

        assertThatJson(scene.ask("deviceList").served().text())
                .inPath("devices")
                .isEqualTo(
                        """
                [{"id": "%s", "name": "Lobby", "protocol": "SIP", "ip": "lobby.example.org", "encryption": "no"}]"""
                                .formatted(id));
    }

    @Test
    void requiresAllFieldsOfADeviceForAChange(Scene scene) {
        String id = create(scene, "Board room").id();

        scene.ask("deviceUpdate", id).body("{\"name\": \"Lobby\"}").refused("validation");
        scene.ask("deviceUpdate", id)
                .body(device("Lobby").replace("\"auto\"", "null"))
                .refused("validation");

        assertThat(devices(scene).getFirst().text("name")).isEqualTo("Board room");
    }

    @Test
    void refusesInvalidDevices(Scene scene) {
        scene.ask("deviceCreate").body("{}").refused("validation");
        scene.ask("deviceCreate").body(device(" ")).refused("validation");
        scene.ask("deviceCreate").body(device("\u00a0\u200b")).refused("validation");
        scene.ask("deviceCreate").body(device("a".repeat(65))).refused("validation");
        scene.ask("deviceCreate")
                .body(device("Lobby").replace("192.0.2.7", "in the lobby"))
                .refused("validation");
        scene.ask("deviceCreate").body(device("Lobby").replace("H.323", "ISDN")).refused("validation");
        assertThat(devices(scene)).isEmpty();
    }

    @Test
    void refusesADuplicateNameInAnyCase(Scene scene) {
        create(scene, "Café Ω");
        Doc other = create(scene, "Lobby");

        scene.ask("deviceCreate").body(device(" CAFÉ ω")).refused("h323-device-name-used", "displayName", "CAFÉ ω");
        scene.ask("deviceUpdate", other.id())
                .body(device("café Ω"))
                .refused("h323-device-name-used", "displayName", "café Ω");
        scene.ask("deviceUpdate", other.id()).body(device("LOBBY")).expect(204);

        assertThat(devices(scene)).extracting(device -> device.text("name")).containsExactly("Café Ω", "LOBBY");
    }

    @Test
    void removesADeviceAndFreesItsName(Scene scene) {
        Doc device = create(scene, "Lobby");

        scene.ask("deviceDelete", device.id()).expect(204);

        scene.ask("deviceDelete", device.id()).refused("h323-device-missing", "deviceId", device.id());
        scene.ask("deviceUpdate", device.id())
                .body(device("Lobby"))
                .refused("h323-device-missing", "deviceId", device.id());
        assertThat(scene.ask("deviceList").served().json().number("total_records"))
                .isZero();
        create(scene, "Lobby");
    }

    @Test
    void requiresAPrivilegeOfAdministrators(Scene scene) {
        Doc device = create(scene, "Lobby");
        Doc ada = scene.user("ada@example.org");

        scene.askAs(ada.id(), SCOPES, "deviceList").refused("no-permission");
        scene.askAs(ada.id(), SCOPES, "deviceDelete", device.id()).refused("h323-device-removal-forbidden");
        scene.askAs(scene.owner(), SCOPES, "deviceDelete", device.id()).served();
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc device = create(scene, "Lobby");
        Scene elsewhere = scene.elsewhere();

        assertThat(devices(elsewhere)).isEmpty();
        elsewhere.ask("deviceUpdate", device.id()).body(device("Mine")).refused("h323-device-missing");
        elsewhere.ask("deviceDelete", device.id()).refused("h323-device-missing");
        create(elsewhere, "Lobby");

        assertThat(devices(scene)).containsExactly(device);
    }

    private static List<String> fiveNames(Scene scene) {
        List<String> names = List.of("One", "Two", "Three", "Four", "Five");
        names.forEach(name -> create(scene, name));
        return names;
    }

    private static List<Doc> devices(Scene scene) {
        return scene.ask("deviceList").served().json().docs("devices");
    }

    private static Doc create(Scene scene, String name) {
        return scene.ask("deviceCreate").body(device(name)).expect(201).json();
    }

    private static String device(String name) {
        return """
                {"name": "%s", "protocol": "H.323", "ip": "192.0.2.7", "encryption": "auto"}"""
                .formatted(name);
    }
}
