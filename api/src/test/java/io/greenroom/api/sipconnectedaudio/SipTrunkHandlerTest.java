package io.greenroom.api.sipconnectedaudio;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class SipTrunkHandlerTest {

    @Test
    void listsTheCarriersTrunks(Scene master) {
        assertThatJson(master.ask("listSIPTrunks", "me").served().text())
                .isEqualTo("{\"total_records\": 0, \"sip_trunks\": []}");

        Family.connect(master);

        assertThatJson(master.ask("listSIPTrunks", "me").served().text())
                .isEqualTo("{\"total_records\": 2, \"sip_trunks\": [" + Family.HQ + "," + Family.BRANCH + "]}");
        assertThat(Family.trunks(master, master.account())).hasSize(2);
    }

    @Test
    void assignsATrunkToASubAccount(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);

        String answer = master.ask("assignSIPTrunks", below.account())
                .body(
                        """
                        {"sip_trunks": [{"id": "268", "dnis": "90001777", "outbound_caller_id": "4930999"}]}""")
                .expect(201)
                .text();

        assertThatJson(answer)
                .isEqualTo(
                        """
                {"sip_trunks": [{"id": "268", "name": "HQ", "sip_server_address": "192.0.2.10",
                 "dnis": "90001777", "number_prefix": "0"}]}""");
        String shown =
                """
                {"total_records": 1, "sip_trunks": [{"id": "268", "name": "HQ", "sip_server_address": "192.0.2.10",
                 "dnis": "90001777", "number_prefix": "0", "outbound_caller_id": "4930999"}]}""";
        assertThatJson(master.ask("listSIPTrunks", below.account()).served().text())
                .isEqualTo(shown);
        assertThatJson(below.ask("listSIPTrunks", "me").served().text()).isEqualTo(shown);
        assertThat(Family.trunks(master, "me").getFirst().text("dnis")).isEqualTo("9000125800");
    }

    @Test
    void assignsATrunkAgainWithOtherFields(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        assign(master, below, "{\"id\": \"268\"}");
        assertThat(Family.trunks(below, "me").getFirst().text("dnis")).isEqualTo("9000125800");

        assign(master, below, "{\"id\": \"268\", \"dnis\": \"90001\"}, {\"id\": \"281\"}");
        assign(master, below, "{\"id\": \"268\", \"outbound_caller_id\": \"1\"}");

        List<Doc> trunks = Family.trunks(below, "me");
        assertThat(trunks).extracting(Doc::id).containsExactly("268", "281");
        assertThat(trunks.getFirst().text("dnis")).isEqualTo("90001");
        assertThat(trunks.getFirst().text("outbound_caller_id")).isEqualTo("1");
        assertThat(Family.trunks(master, "me")).hasSize(2);
    }

    @Test
    void showsATrunkAsTheCarrierHasItNow(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        assign(master, below, "{\"id\": \"268\"}, {\"id\": \"281\", \"dnis\": \"80001555\"}");

        Family.setUp(master, List.of(Family.BRANCH.replace("\"Branch\"", "\"Harbour\"")), List.of());

        assertThat(Family.trunks(below, "me")).extracting(Doc::id).containsExactly("281");
        assertThat(Family.trunks(below, "me").getFirst().text("name")).isEqualTo("Harbour");
        assertThat(Family.trunks(below, "me").getFirst().text("dnis")).isEqualTo("80001555");
    }

    @Test
    void refusesInvalidTrunks(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        for (String trunks : List.of(
                "",
                "{\"dnis\": \"90001777\"}",
                "{\"id\": \"269\"}",
                "{\"id\": \"281\"}, {\"id\": \"none\"}",
                "{\"id\": \"268\"}, {\"id\": \"268\"}",
                "{\"id\": \"268\", \"dnis\": \"90002777\"}",
                "{\"id\": \"268\", \"dnis\": \"9000\"}",
                "{\"id\": \"268\", \"dnis\": \"900012580\"}",
                "{\"id\": \"268\", \"dnis\": \"90001abc\"}")) {
            master.ask("assignSIPTrunks", below.account())
                    .body("{\"sip_trunks\": [" + trunks + "]}")
                    .refused("sip-audio-trunks-invalid");
        }
        master.ask("assignSIPTrunks", below.account()).body("{}").refused("sip-audio-trunks-invalid");
        assertThat(Family.trunks(below, "me")).isEmpty();
    }

    @Test
    void refusesTrunksWithoutACarrier(Scene master) {
        Scene below = Family.below(master);

        master.ask("assignSIPTrunks", below.account())
                .body("{\"sip_trunks\": [{\"id\": \"268\"}]}")
                .refused("sip-audio-trunks-none");
    }

    @Test
    void keepsTheOwnTrunksOfASubAccount(Scene master) {
        Family.connect(master);
        Scene below = master.elsewhere();
        Family.setUp(below, List.of(Family.HQ.replace("\"HQ\"", "\"Mine\"")), List.of());
        below.change(row -> row.put("master_id", master.account()));

        master.ask("assignSIPTrunks", below.account())
                .body("{\"sip_trunks\": [{\"id\": \"268\"}]}")
                .refused("sip-audio-trunks-invalid");
        master.ask("deleteSIPTrunk", below.account(), "268").refused("sip-audio-trunk-missing");

        assertThat(Family.trunks(below, "me").getFirst().text("name")).isEqualTo("Mine");
    }

    @Test
    void unassignsATrunk(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        assign(master, below, "{\"id\": \"268\"}, {\"id\": \"281\"}");

        master.ask("deleteSIPTrunk", below.account(), "268").expect(204);

        assertThat(Family.trunks(below, "me")).extracting(Doc::id).containsExactly("281");
        assertThat(Family.trunks(master, "me")).hasSize(2);
        master.ask("deleteSIPTrunk", below.account(), "268").refused("sip-audio-trunk-missing", "trunkId", "268");
    }

    private static void assign(Scene master, Scene below, String trunks) {
        master.ask("assignSIPTrunks", below.account())
                .body("{\"sip_trunks\": [" + trunks + "]}")
                .expect(201);
    }
}
