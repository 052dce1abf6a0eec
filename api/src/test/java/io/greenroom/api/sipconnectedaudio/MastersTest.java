package io.greenroom.api.sipconnectedaudio;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which accounts may call each operation of the group, and for which accounts. */
@GreenroomTest
@Tag("postgres")
class MastersTest {
    /** Operations that manage resources of the own account and its sub accounts. */
    private static final List<String> MANAGING = List.of(
            "listInternalCalloutCountries",
            "addCalloutCountries",
            "deleteInternalCallOutCountry",
            "listInternalNumbers",
            "addInternalNumbers",
            "deleteInternalNumber");

    private static final List<String> TRUNKS = List.of("listSIPTrunks", "assignSIPTrunks", "deleteSIPTrunk");

    /** Operations that assign something to a sub account. */
    private static final List<String> ASSIGNING =
            List.of("deleteAllSipNumbers", "assignSipTrunkNumbers", "assignSIPConfig");

    @Test
    void answers404ForOtherAccounts(Scene master) {
        Scene stranger = master.elsewhere();
        Family.connect(master);
        for (String account : List.of(stranger.account(), "nobody", "..", "%", "a b")) {
            MANAGING.forEach(
                    operation -> ask(master, operation, account).refused("account-missing", "accountId", account));
            TRUNKS.forEach(
                    operation -> ask(master, operation, account).refused("account-missing", "accountId", account));
            ASSIGNING.forEach(operation -> ask(master, operation, account).refused("account-outside"));
        }
    }

    @Test
    void restrictsASubAccountToReadingItsTrunksAndNumbers(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        for (String own : List.of("me", below.account())) {
            MANAGING.forEach(operation -> ask(below, operation, own).refused("sip-audio-sub-forbidden"));
            ASSIGNING.forEach(operation -> ask(below, operation, own).refused("account-outside"));
            ask(below, "listSIPTrunks", own).served();
            ask(below, "assignSIPTrunks", own).refused("account-missing", "accountId", below.account());
            ask(below, "deleteSIPTrunk", own).refused("sip-audio-sub-forbidden");
        }
        String above = master.account();
        MANAGING.forEach(operation -> ask(below, operation, above).refused("not-a-master"));
        TRUNKS.forEach(operation -> ask(below, operation, above).refused("account-missing", "accountId", above));
        ASSIGNING.forEach(operation -> ask(below, operation, above).refused("account-outside"));
        assertThat(Family.numbers(below)).isEmpty();
    }

    @Test
    void leavesTheOwnTrunksAndNumbersOfAMasterAccountToItsCarrier(Scene master) {
        Family.connect(master);
        for (String own : List.of("me", master.account())) {
            ASSIGNING.forEach(operation -> ask(master, operation, own).refused("account-outside"));
            ask(master, "assignSIPTrunks", own).refused("account-missing", "accountId", master.account());
            ask(master, "deleteSIPTrunk", own).refused("sip-audio-sub-forbidden");
        }
        assertThat(Family.trunks(master, "me")).hasSize(2);
        assertThat(Family.numbers(master)).hasSize(2);
    }

    @Test
    void refusesAnAccountThatIsNoMasterAccount(Scene scene) {
        Scene below = Family.below(scene);
        scene.without("sub_accounts");

        MANAGING.forEach(operation -> ask(scene, operation, "me").refused("not-a-master"));
        MANAGING.forEach(operation -> ask(scene, operation, below.account()).refused("not-a-master"));
        ASSIGNING.forEach(operation -> ask(scene, operation, below.account()).refused("account-outside"));
        ask(scene, "assignSIPTrunks", below.account()).refused("account-missing");
        scene.ask("listSipTrunkNumbers").refused("account-outside");
        ask(scene, "listSIPTrunks", "me").served();
    }

    @Test
    void isOffWithoutThePlan(Scene master) {
        Scene below = Family.below(master);
        master.without("sip_audio");

        MANAGING.forEach(operation -> ask(master, operation, "me").refused("sip-audio-off"));
        TRUNKS.forEach(operation -> ask(master, operation, below.account()).refused("sip-audio-off"));
        ASSIGNING.forEach(operation -> ask(master, operation, below.account()).refused("sip-audio-account-elsewhere"));
        master.ask("listSipTrunkNumbers").refused("sip-audio-account-elsewhere");
    }

    @Test
    void assignsNothingToAnAccountWithoutThePlan(Scene master) {
        Family.connect(master);
        Scene below = Family.below(master);
        below.without("sip_audio");

        MANAGING.forEach(operation -> ask(master, operation, below.account()).refused("sip-audio-off"));
        TRUNKS.forEach(operation -> ask(master, operation, below.account()).refused("sip-audio-off"));
        ASSIGNING.forEach(operation -> ask(master, operation, below.account()).refused("sip-audio-plan-missing"));
    }

    @Test
    void reachesNestedSubAccounts(Scene master) {
        Family.connect(master);
        Scene grandchild = Family.grandchild(master, Family.below(master));

        master.ask("assignSIPTrunks", grandchild.account())
                .body("{\"sip_trunks\": [{\"id\": \"268\"}]}")
                .expect(201);

        assertThat(Family.trunks(grandchild, "me")).extracting(Doc::id).containsExactly("268");
    }

    /** A valid request, so that only the account can be refused. */
    private static Ask ask(Scene caller, String operation, String account) {
        return switch (operation) {
            case "deleteInternalCallOutCountry" -> caller.ask(operation, account, "US");
            case "deleteInternalNumber", "deleteSIPTrunk" -> caller.ask(operation, account, "268");
            case "addCalloutCountries" ->
                caller.ask(operation, account).body("{\"callout_countries\": [{\"id\": \"US\"}]}");
            case "addInternalNumbers" ->
                caller.ask(operation, account)
                        .body(
                                """
                                {"internal_numbers": [{"number": "+4930111", "display_number": "Berlin",
                                 "country": "DE", "type": 1, "labels": "Internal", "languages": "de-DE"}]}""");
            case "assignSIPTrunks" -> caller.ask(operation, account).body("{\"sip_trunks\": [{\"id\": \"268\"}]}");
            default -> caller.ask(operation, account);
        };
    }
}
