package io.greenroom.api.sipconnectedaudio;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class SipNumberHandlerTest {

    @Test
    void listsTheCarriersNumbers(Scene master) {
        assertThatJson(master.ask("listSipTrunkNumbers").served().text())
                .isEqualTo("{\"total_records\": 0, \"phone_numbers\": []}");

        Family.connect(master);

        assertThatJson(master.ask("listSipTrunkNumbers").served().text())
                .isEqualTo(
                        """
                {"total_records": 2, "phone_numbers": [{"number": "4930222", "country": "DE"},
                 {"number": "45345545", "country": "US"}]}""");
    }

    @Test
    void assignsNumbersToASubAccount(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);

        assertThat(assign(master, below, "\"45345545\", \"45345545\"")).isEmpty();
        assign(master, below, "\"45345545\"");

        String shown = "{\"total_records\": 1, \"phone_numbers\": [{\"number\": \"45345545\", \"country\": \"US\"}]}";
        assertThatJson(below.ask("listSipTrunkNumbers").served().text()).isEqualTo(shown);
        assertThatJson(master.ask("listSipTrunkNumbers")
                        .in(below.account())
                        .served()
                        .text())
                .isEqualTo(shown);
        assertThat(Family.numbers(master)).hasSize(2);
    }

    @Test
    void assignsNothingForAnEmptyList(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);

        master.ask("assignSipTrunkNumbers", below.account()).expect(201);
        master.ask("assignSipTrunkNumbers", below.account()).body("{}").expect(201);
        assign(master, below, "");

        assertThat(Family.numbers(below)).isEmpty();
    }

    @Test
    void assignsAllNumbersOrNone(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        Family.setUp(master.elsewhere(), List.of(), List.of("{\"number\": \"777\", \"country\": \"US\"}"));

        for (String foreign : List.of("777", "nothing", " 4930222")) {
            master.ask("assignSipTrunkNumbers", below.account())
                    .body("{\"phone_numbers\": [\"4930222\", \"%s\"]}".formatted(foreign))
                    .refused("sip-audio-number-foreign");
        }

        assertThat(Family.numbers(below)).isEmpty();
    }

    @Test
    void unassignsAllNumbers(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        Scene sister = Family.below(master, "sister");
        assign(master, below, "\"45345545\", \"4930222\"");
        assign(master, sister, "\"4930222\"");

        master.ask("deleteAllSipNumbers", below.account()).expect(204);
        master.ask("deleteAllSipNumbers", below.account()).expect(204);

        assertThat(Family.numbers(below)).isEmpty();
        assertThat(Family.numbers(sister)).containsExactly("4930222");
        assertThat(Family.numbers(master)).hasSize(2);
    }

    @Test
    void dropsNumbersThatTheCarrierRemoves(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        assign(master, below, "\"45345545\", \"4930222\"");

        Family.setUp(master, List.of(), List.of("{\"number\": \"45345545\", \"country\": \"CA\"}"));

        assertThatJson(below.ask("listSipTrunkNumbers").served().text())
                .inPath("phone_numbers")
                .isEqualTo("[{\"number\": \"45345545\", \"country\": \"CA\"}]");
    }

    private static String assign(Scene master, Scene below, String numbers) {
        return master.ask("assignSipTrunkNumbers", below.account())
                .body("{\"phone_numbers\": [" + numbers + "]}")
                .expect(201)
                .text();
    }
}
