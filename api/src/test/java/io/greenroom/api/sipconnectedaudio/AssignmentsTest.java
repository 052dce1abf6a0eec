package io.greenroom.api.sipconnectedaudio;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.accounts.facts.AccountDisassociated;
import io.greenroom.kernel.store.Table;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AssignmentsTest {
    private static final String NUMBER =
            """
            {"internal_numbers": [{"number": "+4930111", "display_number": "Berlin", "country": "DE", "type": 1,
             "labels": "Internal", "languages": "de-DE"}]}""";

    @Test
    void endWhereAnAccountStandsAlone(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        Scene grandchild = Family.grandchild(master, below);
        Scene sister = Family.below(master, "sister");
        assign(master, below);
        assign(master, grandchild);
        assign(master, sister);
        master.ask("addInternalNumbers", sister.account()).body(NUMBER).expect(201);

        disassociate(below, master);

        assertEmpty(below);
        assertEmpty(grandchild);
        assertThat(Family.trunks(sister, "me")).hasSize(2);
        assertThat(Family.numbers(sister)).hasSize(1);
        assertThat(Family.trunks(master, "me")).hasSize(2);
        assertThat(Family.numbers(master)).hasSize(2);
    }

    @Test
    void freeTheInternalNumbersOfAnAccountThatStandsAlone(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        assign(master, below);
        master.ask("addInternalNumbers", below.account()).body(NUMBER).expect(201);
        master.ask("addCalloutCountries", "me")
                .body("{\"callout_countries\": [{\"id\": \"DE\"}]}")
                .expect(201);

        disassociate(below, master);

        master.ask("addInternalNumbers", "me").body(NUMBER).expect(201);
        assertThat(rows(master, CalloutCountryHandler.COUNTRIES)).isEqualTo(1);
        assertEmpty(below);
    }

    @Test
    void endWhenTheAccountIsLetGoByRequest(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        assign(master, below);
        assertThat(Family.trunks(below, "me")).hasSize(2);
        below.change(row -> row.put("plan", "free"));

        master.ask("accountDisassociate", below.account())
                .announcing("account.disassociated")
                .served();

        assertEmpty(below);
    }

    /** Reads the rows, because requests show little of an account without a master account. */
    private static void assertEmpty(Scene scene) {
        for (Table table : Assignments.TABLES) {
            assertThat(rows(scene, table)).as(table.name()).isZero();
        }
    }

    private static long rows(Scene scene, Table table) {
        return scene.inside(unit -> unit.in(table).count());
    }

    private static void assign(Scene master, Scene below) {
        master.ask("assignSIPConfig", below.account())
                .body("{\"enable\": true}")
                .expect(204);
        master.ask("assignSipTrunkNumbers", below.account())
                .body("{\"phone_numbers\": [\"4930222\"]}")
                .expect(201);
        master.ask("addCalloutCountries", below.account())
                .body("{\"callout_countries\": [{\"id\": \"DE\"}]}")
                .expect(201);
    }

    private static void disassociate(Scene below, Scene master) {
        below.change(row -> row.remove("master_id"));
        below.internally(call -> {
            call.publish(new AccountDisassociated(call.account(), master.account()));
            return call;
        });
    }
}
