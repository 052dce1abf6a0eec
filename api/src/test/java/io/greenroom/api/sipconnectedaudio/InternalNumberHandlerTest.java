package io.greenroom.api.sipconnectedaudio;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@GreenroomTest
class InternalNumberHandlerTest {
    private static final int MOST = 300;

    @Test
    void addsANumber(Scene master) {
        Reply reply = master.ask("addInternalNumbers", "me")
                .body(
                        """
                        {"internal_numbers": [{"number": "+16466661110", "display_number": "+1 646 666 1110",
                         "country": "us", "type": 0, "labels": "SIP-Internal", "languages": "en-GB",
                         "visible": false, "allow_join": false, "allow_for_external_meetings": true}]}""")
                .expect(201);

        String id = reply.json().docs("internal_numbers").getFirst().id();
        assertThatJson(reply.text())
                .isEqualTo(
                        """
                {"internal_numbers": [{"id": "%s", "number": "+16466661110", "display_number": "+1 646 666 1110",
                 "country": "US", "type": 0, "labels": "SIP-Internal", "languages": "en-GB",
                 "visible": false, "allow_join": false, "allow_for_external_meetings": true}]}"""
                                .formatted(id));
        assertThat(list(master, "me").docs("internal_numbers"))
                .isEqualTo(reply.json().docs("internal_numbers"));
    }

    @Test
    void enablesJoiningByAVisibleNumber(Scene master) {
        String number = number("+4930111").replace("\"type\"", "\"visible\": true, \"allow_join\": false, \"type\"");

        Doc added = master.ask("addInternalNumbers", "me")
                .body(order(number))
                .expect(201)
                .json()
                .docs("internal_numbers")
                .getFirst();

        assertThat(added.flag("allow_join")).isTrue();
        assertThat(added.flag("allow_for_external_meetings")).isFalse();
    }

    @Test
    void listsAllPages(Scene master) {
        Scene below = Family.below(master);
        add(master, below.account(), 100, 5);
        add(master, "me", 200, 1);

        List<String> listed = new ArrayList<>();
        String token = "";
        do {
            Doc page = master.ask("listInternalNumbers", below.account())
                    .query("page_size", 2)
                    .query("next_page_token", token)
                    .served()
                    .json();
            assertThat(page.number("total_records")).isEqualTo(5);
            assertThat(page.number("page_size")).isEqualTo(2);
            page.docs("internal_numbers").forEach(number -> listed.add(number.text("number")));
            token = page.text("next_page_token");
        } while (!token.isEmpty());

        assertThat(listed).containsExactly("+4930100", "+4930101", "+4930102", "+4930103", "+4930104");
    }

    @Test
    void refusesAPageTokenOfAnotherAccount(Scene master) {
        Scene below = Family.below(master);
        add(master, below.account(), 100, 2);
        String token = master.ask("listInternalNumbers", below.account())
                .query("page_size", 1)
                .served()
                .json()
                .text("next_page_token");

        master.ask("listInternalNumbers", "me").query("next_page_token", token).refused("page-token");
    }

    @Test
    void givesEachNumberToOneAccountOfTheFamily(Scene master) {
        Scene below = Family.below(master);
        add(master, below.account(), 100, 1);

        master.ask("addInternalNumbers", "me")
                .body(order(number("+4930200"), number("+4930100")))
                .refused("sip-audio-number-used");
        master.ask("addInternalNumbers", "me")
                .body(order(number("+4930200"), number("+4930200")))
                .refused("sip-audio-number-used");

        assertThat(list(master, "me").number("total_records")).isZero();
        Scene stranger = master.elsewhere();
        add(stranger, "me", 100, 1);
    }

    @Test
    void refusesInvalidNumbers(Scene master) {
        for (String body : List.of(
                "{}",
                "{\"internal_numbers\": []}",
                order(number("4930100")),
                order(number("+49 30 100")),
                order(number("+4930100").replace("\"DE\"", "\"XX\"")),
                order(number("+4930100").replace("\"DE\"", "\"Germany\"")))) {
            master.ask("addInternalNumbers", "me").body(body).refused("sip-audio-numbers-invalid");
        }
        master.ask("addInternalNumbers", "me")
                .body(order(number("+4930100").replace("de-DE", "fr-FR")))
                .refused("validation");
        master.ask("addInternalNumbers", "me")
                .body(order("{\"number\": \"+4930100\"}"))
                .refused("validation");
        assertThat(list(master, "me").number("total_records")).isZero();
    }

    @Test
    void refusesMoreThanAnAccountMayHave(Scene master) {
        for (int first = 1000; first < 1000 + MOST - 1; first += 30) {
            add(master, "me", first, Math.min(30, 1000 + MOST - 1 - first));
        }

        master.ask("addInternalNumbers", "me")
                .body(order(number("+4930200"), number("+4930201")))
                .refused("sip-audio-number-max", "most", "300");
        add(master, "me", 200, 1);

        assertThat(list(master, "me").number("total_records")).isEqualTo(MOST);
    }

    @Test
    void removesANumberAndFreesIt(Scene master) {
        Scene below = Family.below(master);
        add(master, below.account(), 100, 1);
        String id = list(master, below.account())
                .docs("internal_numbers")
                .getFirst()
                .id();

        master.ask("deleteInternalNumber", "me", id).refused("sip-audio-number-missing", "numberId", id);
        master.ask("deleteInternalNumber", below.account(), id).expect(204);

        master.ask("deleteInternalNumber", below.account(), id).refused("sip-audio-number-missing", "numberId", id);
        assertThat(list(master, below.account()).number("total_records")).isZero();
        add(master, "me", 100, 1);
    }

    private static Doc list(Scene caller, String account) {
        return caller.ask("listInternalNumbers", account).served().json();
    }

    private static void add(Scene caller, String account, int first, int count) {
        String[] numbers = IntStream.range(first, first + count)
                .mapToObj(number -> number("+4930" + number))
                .toArray(String[]::new);
        caller.ask("addInternalNumbers", account).body(order(numbers)).expect(201);
    }

    private static String order(String... numbers) {
        return List.of(numbers).stream().collect(Collectors.joining(",", "{\"internal_numbers\": [", "]}"));
    }

    private static String number(String number) {
        return """
                {"number": "%s", "display_number": "Berlin", "country": "DE", "type": 1, "labels": "Internal",
                 "languages": "de-DE"}"""
                .formatted(number);
    }
}
