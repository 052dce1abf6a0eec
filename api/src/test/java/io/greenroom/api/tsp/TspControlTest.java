package io.greenroom.api.tsp;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class TspControlTest {
    private static final String NUMBERS =
            """
            {"dial_in_numbers": [{"code": "1", "number": "5550100", "type": "toll"},
                                 {"code": "49", "number": "302220"}]}""";

    @Test
    void replacesTheDialInNumbersOfAnAccount(Scene scene) {
        Bridges.offer(scene, "44", "2070000000");

        assertThatJson(scene.control("controlTspNumbersReplace")
                        .body(NUMBERS)
                        .served()
                        .text())
                .isEqualTo(NUMBERS);

        assertThatJson(scene.control("controlTspNumbers").served().text()).isEqualTo(NUMBERS);
        assertThatJson(scene.ask("tsp").served().text())
                .inPath("$.dial_in_numbers")
                .isEqualTo(NUMBERS.substring(NUMBERS.indexOf('['), NUMBERS.length() - 1));
    }

    @Test
    void leavesTheOtherSettingsUnchanged(Scene scene) {
        Bridges.decide(scene, "{\"tsp_provider\": \"Provider\"}");

        scene.control("controlTspNumbersReplace").body(NUMBERS).served();
        scene.control("controlTspNumbersReplace")
                .body("{\"dial_in_numbers\": []}")
                .served();

        Doc settings = scene.ask("tsp").served().json();
        assertThat(settings.text("tsp_provider")).isEqualTo("Provider");
        assertThat(settings.docs("dial_in_numbers")).isEmpty();
    }

    @Test
    void listsNoNumbersAtFirst(Scene scene) {
        assertThatJson(scene.control("controlTspNumbers").served().text()).isEqualTo("{\"dial_in_numbers\": []}");
    }

    @Test
    void refusesNumbersWithoutCountryCode(Scene scene) {
        scene.control("controlTspNumbersReplace")
                .body("{\"dial_in_numbers\": [{\"number\": \"5550100\"}]}")
                .refused("validation");
        scene.control("controlTspNumbersReplace").body("{}").refused("validation");
    }

    @Test
    void leavesNoEntryInTheOperationLog(Scene scene) {
        scene.control("controlTspNumbersReplace").body(NUMBERS).served();

        List<Doc> entries =
                scene.inside(unit -> unit.in(KernelTables.OPERATION_LOGS).list());
        assertThat(entries).isEmpty();
    }

    @Test
    void refusesAnUnknownAccount(Scene scene) {
        Scene removed = scene.elsewhere();
        removed.inside(unit -> {
            unit.forgetAccount();
            return unit;
        });

        removed.control("controlTspNumbers").refused("control-account-missing");
        removed.control("controlTspNumbersReplace").body(NUMBERS).refused("control-account-missing");
    }
}
