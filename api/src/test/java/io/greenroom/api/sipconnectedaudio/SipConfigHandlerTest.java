package io.greenroom.api.sipconnectedaudio;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GreenroomTest
class SipConfigHandlerTest {

    @Test
    void assignsAllTrunksOfTheMasterAccount(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        master.ask("assignSIPTrunks", below.account())
                .body("{\"sip_trunks\": [{\"id\": \"281\", \"dnis\": \"80001555\"}]}")
                .expect(201);

        change(master, below, "{\"enable\": true, \"show_zoom_provided_numbers\": 2}");

        assertThat(Family.trunks(below, "me")).extracting(Doc::id).containsExactlyInAnyOrder("268", "281");
        assertThat(Family.trunks(below, "me"))
                .extracting(trunk -> trunk.text("dnis"))
                .containsExactlyInAnyOrder("9000125800", "80001555");
        assertThat(config(below).orElseThrow().number("show_zoom_provided_numbers"))
                .isEqualTo(2);
    }

    @Test
    void unassignsTheConfiguration(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        change(master, below, "{\"enable\": true}");

        change(master, below, "{\"enable\": false}");
        change(master, below, "{\"enable\": false}");

        assertThat(Family.trunks(below, "me")).isEmpty();
        assertThat(config(below)).isEmpty();
        assertThat(Family.trunks(master, "me")).hasSize(2);
    }

    @Test
    void changesOnlySentFields(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        change(
                master,
                below,
                """
                {"enable": true, "show_callout_internal_number": true, "show_zoom_provided_callout_countries": 1,
                 "show_zoom_provided_numbers": 0}""");

        change(master, below, "{\"show_zoom_provided_callout_countries\": 2, \"show_zoom_provided_numbers\": null}");
        master.ask("assignSIPConfig", below.account()).expect(204);

        Doc config = config(below).orElseThrow();
        assertThat(config.flag("enable")).isTrue();
        assertThat(config.flag("show_callout_internal_number")).isTrue();
        assertThat(config.number("show_zoom_provided_callout_countries")).isEqualTo(2);
        assertThat(config.has("show_zoom_provided_numbers")).isFalse();
        assertThat(Family.trunks(below, "me")).hasSize(2);
    }

    @Test
    void refusesInvalidChoices(Scene master) {
        Scene below = Family.below(master);

        master.ask("assignSIPConfig", below.account())
                .body("{\"show_zoom_provided_callout_countries\": 3}")
                .refused("validation");

        assertThat(config(below)).isEmpty();
    }

    private static void change(Scene master, Scene below, String config) {
        master.ask("assignSIPConfig", below.account()).body(config).expect(204);
    }

    /** Fields that no operation shows. */
    private static Optional<Doc> config(Scene scene) {
        return scene.inside(unit -> unit.find(SipConfigHandler.CONFIGS, unit.account()));
    }
}
