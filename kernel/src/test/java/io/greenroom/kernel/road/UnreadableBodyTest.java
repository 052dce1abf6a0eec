package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusal of JSON bodies with a value of another type than the contract declares, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableBodyTest {
    private final Toy toy = Toy.library().start();
    private final Branch branch = toy.branch();

    @AfterAll
    void close() {
        toy.close();
    }

    /** Adds a reader with an invalid home page and further fields, written with single quotes. */
    private Reply add(String fields) {
        String json = "{'email': '" + branch.email("ada")
                + "', 'name': 'Ada', 'card': 'A1234', 'home_page': 'nowhere', " + fields + "}";
        return branch.ask("POST", "/readers").json(json.replace('\'', '"')).send();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shelf | 'seven'",
                "shelf | true",
                "shelf | []",
                "shelf | {}",
                "shelf | '+7'",
                "shelf | '0x7'",
                "shelf | '٧'",
                "fee | '1e1'",
                "fee | 'NaN'",
                "fee | true",
                "newsletter | 'yes'",
                "newsletter | []",
                "motto | []",
                "motto | {}",
                "level | 'one'",
                "address | 'London'",
                "address | []",
                "telephones | {}",
                "telephones | '[]'",
                "languages | [['en']]",
                "telephones | [{'number': '+1'}, 'mobile']",
                "telephones | [{'number': []}]",
                "address | {'street': {}}"
            })
    void refusesABodyWithAValueOfAnotherType(String field, String sent) {
        Reply reply = add("'" + field + "': " + sent);
        assertThat(reply.refusal()).isEqualTo("400/300 Request Body should be a valid JSON object.");
        assertThat(reply.json().has("errors")).isFalse();
        assertThat(toy.lastTravelled().failures()).containsExactly("body-not-json");
    }

    @Test
    void answersTheDeclaredFailureOfTheField() {
        assertThat(branch.ask("PATCH", "/readers/me")
                        .json("{\"card\": []}")
                        .send()
                        .refusal())
                .isEqualTo("400/300 Invalid card.");
    }
}
