package io.greenroom.api.sipconnectedaudio;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class CalloutCountryHandlerTest {
    private static final String TWO = "{\"callout_countries\": [{\"id\": \"US\"}, {\"id\": \"ca\"}]}";
    private static final String SHOWN =
            """
            [{"id": "US", "name": "United States", "code": "1"}, {"id": "CA", "name": "Canada", "code": "1"}]""";

    @Test
    void addsCountriesToTheOwnAccount(Scene master) {
        assertThatJson(master.ask("addCalloutCountries", "me")
                        .body(TWO)
                        .expect(201)
                        .text())
                .isEqualTo("{\"callout_countries\": " + SHOWN + "}");

        assertThatJson(master.ask("listInternalCalloutCountries", master.account())
                        .served()
                        .text())
                .isEqualTo("{\"total_records\": 2, \"callout_countries\": " + SHOWN + "}");
    }

    @Test
    void addsCountriesToASubAccountOnly(Scene master) {
        Scene below = Family.below(master);

        master.ask("addCalloutCountries", below.account()).body(TWO).expect(201);

        assertThat(countries(master, below.account())).containsExactly("US", "CA");
        assertThat(countries(master, "me")).isEmpty();
    }

    @Test
    void addsACountryOnce(Scene master) {
        String twice = "{\"callout_countries\": [{\"id\": \"DE\"}, {\"id\": \"de\"}, {\"id\": \"CA\"}]}";
        master.ask("addCalloutCountries", "me").body(TWO).expect(201);

        Doc added =
                master.ask("addCalloutCountries", "me").body(twice).expect(201).json();

        assertThat(added.docs("callout_countries")).extracting(Doc::id).containsExactly("DE", "CA");
        assertThat(countries(master, "me")).containsExactly("US", "CA", "DE");
    }

    @Test
    void refusesUnknownCountries(Scene master) {
        for (String body : List.of(
                "{}",
                "{\"callout_countries\": []}",
                "{\"callout_countries\": \"US\"}",
                "{\"callout_countries\": [{\"id\": \"USA\"}]}",
                "{\"callout_countries\": [{\"id\": \"DE\"}, {\"id\": \"XX\"}]}",
                "{\"callout_countries\": [%s]}".formatted("{\"id\": \"DE\"},".repeat(30) + "{\"id\": \"DE\"}"))) {
            master.ask("addCalloutCountries", "me").body(body).refused("sip-audio-countries-invalid");
        }
        assertThat(countries(master, "me")).isEmpty();
    }

    @Test
    void removesACountry(Scene master) {
        master.ask("addCalloutCountries", "me").body(TWO).expect(201);

        master.ask("deleteInternalCallOutCountry", "me", "us").expect(204);

        assertThat(countries(master, "me")).containsExactly("CA");
        master.ask("deleteInternalCallOutCountry", "me", "US").refused("sip-audio-country-missing", "countryId", "US");
        master.ask("deleteInternalCallOutCountry", "me", "../x").refused("sip-audio-country-missing");
    }

    private static List<String> countries(Scene caller, String account) {
        return caller.ask("listInternalCalloutCountries", account).served().json().docs("callout_countries").stream()
                .map(Doc::id)
                .toList();
    }
}
