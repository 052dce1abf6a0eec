package io.greenroom.api.trackingfield;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class TrackingFieldHandlerTest {
    private static final String PURPOSE =
            """
            {"field": "Meeting Purpose", "required": true, "visible": true,
             "recommended_values": ["Support", "Sales"]}""";

    @Test
    void createsAField(Scene scene) {
        Reply reply = scene.ask("trackingfieldCreate").body(PURPOSE).expect(201);

        String id = reply.json().id();
        assertThatJson(reply.text()).isEqualTo(PURPOSE.replace("{", "{\"id\": \"" + id + "\","));
        assertThat(reply.header("Content-Location")).isEqualTo(scene.origin() + "/v2/tracking_fields/" + id);
    }

    @Test
    void fillsDefaultsOfANewField(Scene scene) {
        String id = create(scene, "{\"field\": \"Cost centre\"}").id();

        assertPlain(scene, id, "Cost centre");
    }

    @Test
    void requiresALabel(Scene scene) {
        scene.ask("trackingfieldCreate").body("{}").refused("validation");
        scene.ask("trackingfieldCreate").body("{\"field\": \"\"}").refused("validation");
    }

    @Test
    void refusesASecondFieldOfThatLabel(Scene scene) {
        create(scene, PURPOSE);

        scene.ask("trackingfieldCreate").body(PURPOSE).refused("tracking-field-exists");
    }

    @Test
    void refusesATwentyFirstField(Scene scene) {
        for (int i = 1; i <= 20; i++) {
            create(scene, "{\"field\": \"Field %d\"}".formatted(i));
        }

        scene.ask("trackingfieldCreate").body(PURPOSE).refused("tracking-field-max");
    }

    @Test
    void listsFieldsOldestFirst(Scene scene) {
        assertThat(scene.ask("trackingfieldList").served().text())
                .isEqualTo("{\"total_records\":0,\"tracking_fields\":[]}");
        Doc first = create(scene, PURPOSE);
        Doc second = create(scene, "{\"field\": \"Cost centre\"}");

        Doc list = scene.ask("trackingfieldList").served().json();

        assertThat(list.number("total_records")).isEqualTo(2);
        assertThat(list.docs("tracking_fields")).containsExactly(first, second);
    }

    @Test
    void showsAField(Scene scene) {
        Doc field = create(scene, PURPOSE);

        assertThat(scene.ask("trackingfieldGet", field.id()).served().json()).isEqualTo(field);
    }

    @Test
    void replacesAFieldButForItsLabel(Scene scene) {
        String id = create(scene, PURPOSE).id();

        scene.ask("trackingfieldUpdate", id).body("{\"visible\": false}").expect(204);

        assertPlain(scene, id, "Meeting Purpose");
    }

    @Test
    void changesALabelAndKeepsEqualFields(Scene scene) {
        Doc field = create(scene, PURPOSE);

        scene.ask("trackingfieldUpdate", field.id())
                .body(field.copy().put("field", "Occasion"))
                .expect(204);

        assertThat(scene.ask("trackingfieldGet", field.id()).served().json())
                .isEqualTo(field.copy().put("field", "Occasion"));
    }

    @Test
    void treatsNullAsAbsent(Scene scene) {
        String id = create(scene, PURPOSE).id();

        scene.ask("trackingfieldUpdate", id)
                .body("{\"field\": null, \"required\": null}")
                .expect(204);

        assertPlain(scene, id, "Meeting Purpose");
    }

    @Test
    void refusesTheLabelOfAnotherField(Scene scene) {
        create(scene, PURPOSE);
        Doc other = create(scene, "{\"field\": \"Cost centre\"}");

        scene.ask("trackingfieldUpdate", other.id()).body(PURPOSE).refused("tracking-field-exists");
    }

    @Test
    void removesAField(Scene scene) {
        Doc field = create(scene, PURPOSE);

        scene.ask("trackingfieldDelete", field.id()).expect(204);

        assertThat(scene.ask("trackingfieldList").served().json().number("total_records"))
                .isZero();
        scene.ask("trackingfieldDelete", field.id()).refused("tracking-field-missing");
    }

    @Test
    void answers404ForAnUnknownField(Scene scene) {
        scene.ask("trackingfieldGet", "none").refused("tracking-field-missing");
        scene.ask("trackingfieldUpdate", "none").body(PURPOSE).refused("tracking-field-missing");
        scene.ask("trackingfieldDelete", "none").refused("tracking-field-missing");
    }

    @Test
    void keepsAccountsApart(Scene scene) {
        Doc field = create(scene, PURPOSE);
        Scene elsewhere = scene.elsewhere();

        assertThat(elsewhere.ask("trackingfieldList").served().json().number("total_records"))
                .isZero();
        elsewhere.ask("trackingfieldGet", field.id()).refused("tracking-field-missing");
        elsewhere.ask("trackingfieldUpdate", field.id()).body(PURPOSE).refused("tracking-field-missing");
        elsewhere.ask("trackingfieldDelete", field.id()).refused("tracking-field-missing");
        create(elsewhere, PURPOSE);
    }

    private static Doc create(Scene scene, String field) {
        return scene.ask("trackingfieldCreate").body(field).expect(201).json();
    }

    /** Expects a field of which only the label was given. */
    private static void assertPlain(Scene scene, String id, String label) {
        assertThatJson(scene.ask("trackingfieldGet", id).served().text())
                .isEqualTo(
                        """
                {"id": "%s", "field": "%s", "required": false, "visible": false, "recommended_values": []}"""
                                .formatted(id, label));
    }
}
