package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.BooksGroup;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are cut into pages, over HTTP. The toy's default page size is 3 readers, the maximum 5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class PagingTest {
    private static final String BAD_TOKEN = "400/300 The next page token is invalid or expired.";

    private final Toy toy = Toy.library().start();
    private Branch branch;

    @BeforeEach
    void openABranch() {
        branch = toy.branch();
    }

    @AfterAll
    void close() {
        toy.close();
    }

    private Reply list(String query) {
        return branch.ask("GET", "/readers" + query).send();
    }

    private static String token(Reply reply) {
        return reply.json().text("next_page_token");
    }

    private static List<String> names(Reply reply) {
        return reply.each("readers", "name");
    }

    @Test
    void answersPageNumberAndTotals() {
        branch.readers(6);
        Doc first = list("").json();
        assertThat(first.number("page_count")).isEqualTo(3);
        assertThat(first.number("page_number")).isEqualTo(1);
        assertThat(first.number("page_size")).isEqualTo(3);
        assertThat(first.number("total_records")).isEqualTo(7);
        assertThat(names(list("?page_number=3"))).containsExactly("r6");
        assertThat(list("?page_number=3").json().number("page_number")).isEqualTo(3);
    }

    @Test
    void answersAnEmptyListWithAnEmptyArray() {
        Doc page = list("?status=resting").json();
        assertThat(page.docs("readers")).isEmpty();
        assertThat(page.has("readers")).isTrue();
        assertThat(page.number("page_count")).isZero();
        assertThat(page.number("total_records")).isZero();
        assertThat(page.text("next_page_token")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?page_size=2, 2", "?page_size=5, 5", "?page_size=6, 5", "?page_size=1000, 5",
                "?page_size=999999999999999999, 5",
        "?page_size=9999999999999999999999, 3", "?page_size=0, 3", "?page_size=-1, 3", "?page_size=abc, 3",
                "?page_size=, 3",
        "?page_size=2.5, 3", "?page_size=%202, 2", "?page_size=2&page_size=4, 2"
    })
    void clampsThePageSizeAndReportsIt(String query, int size) {
        branch.readers(6);
        Reply page = list(query);
        assertThat(page.json().number("page_size")).isEqualTo(size);
        assertThat(names(page)).hasSize(size);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-1, 1",
        "abc, 1",
        "'', 1",
        "1.5, 1",
        "2, 2",
        "99, 99",
        "1000000000, 1000000000",
        "999999999999999999, 1000000000"
    })
    void takesAnyPageNumber(String number, long taken) {
        branch.readers(3);
        Reply page = list("?page_number=" + number);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().number("page_number")).isEqualTo(taken);
        assertThat(names(page)).hasSize(taken == 1 ? 3 : taken == 2 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page_size=2", "", "?page_size=5"})
    void leadsFromPageToPageUntilTheTokenIsEmpty(String query) {
        branch.readers(6);
        List<String> seen = new ArrayList<>();
        Reply page = list(query);
        int number = 1;
        while (!token(page).isEmpty()) {
            seen.addAll(names(page));
            page = list("?next_page_token=" + token(page));
            number++;
            assertThat(page.json().number("page_number")).isEqualTo(number);
            assertThat(page.json().number("total_records")).isEqualTo(7);
        }
        seen.addAll(names(page));
        assertThat(seen).containsExactly("Olivia", "r1", "r2", "r3", "r4", "r5", "r6");
        assertThat(page.json().number("page_count")).isEqualTo(number);
    }

    @Test
    void givesNoTokenWhenThePageIsJustFull() {
        branch.readers(2);
        assertThat(names(list("?page_size=3"))).hasSize(3);
        assertThat(token(list("?page_size=3"))).isEmpty();
    }

    @Test
    void aTokenCarriesItsQuery() {
        for (String ward : List.of("east", "west", "east", "west", "east")) {
            branch.ask(
                            "PATCH",
                            "/readers/"
                                    + branch.reader(ward + toy.completed().size())
                                            .id())
                    .json("{\"ward\": \"" + ward + "\"}")
                    .send();
        }
        Reply first = list("?page_size=1&ward=east&page_number=1");
        Reply second = list("?next_page_token=" + token(first));
        Reply third = list("?next_page_token=" + token(second));
        assertThat(second.json().number("page_size")).isEqualTo(1);
        assertThat(second.json().number("total_records")).isEqualTo(3);
        assertThat(second.each("readers", "ward")).containsExactly("east");
        assertThat(third.each("readers", "ward")).containsExactly("east");
        assertThat(token(third)).isEmpty();
    }

    @Test
    void aTokenOverridesOtherParametersExceptThePageSize() {
        branch.readers(6);
        String token = token(list("?page_size=2"));
        assertThat(names(list("?page_number=9&status=resting&next_page_token=" + token)))
                .containsExactly("r2", "r3");
        assertThat(names(list("?page_size=4&next_page_token=" + token))).containsExactly("r2", "r3", "r4", "r5");
        assertThat(names(list("?page_size=4&page_number=1&next_page_token=" + token)))
                .hasSize(4);
        for (String none : List.of("", "abc", "0", "-3")) {
            assertThat(names(list("?page_size=" + none + "&next_page_token=" + token)))
                    .containsExactly("r2", "r3");
        }
    }

    @Test
    void aTokenHoldsNoAccessToken() {
        branch.readers(6);
        Reply page = new Question(toy, "GET", "/readers?ward=&odd=1&access_token=" + branch.token()).send();
        byte[] token = Base64.getUrlDecoder().decode(token(page));
        assertThat(new String(token, StandardCharsets.ISO_8859_1)).doesNotContain("access_token", "odd");
        assertThat(token(page)).hasSizeLessThan(100);
    }

    @Test
    void aTokenIsGoodForAQuarterOfAnHour() {
        branch.readers(6);
        String token = token(list(""));
        branch.change(
                row -> row.put("clock_offset_millis", Duration.ofMinutes(15).toMillis()));
        assertThat(list("?next_page_token=" + token).status()).isEqualTo(200);
        branch.change(
                row -> row.put("clock_offset_millis", Duration.ofMinutes(15).toMillis() + 1));
        assertThat(list("?next_page_token=" + token).refusal()).isEqualTo(BAD_TOKEN);
    }

    @Test
    void refusesATokenOfAnotherAccount() {
        branch.readers(6);
        String token = token(list(""));
        Branch other = toy.branch();
        assertThat(other.ask("GET", "/readers?next_page_token=" + token).send().refusal())
                .isEqualTo(BAD_TOKEN);
    }

    @Test
    void refusesATokenOfAnotherListOrPath() {
        Doc ada = branch.reader("ada");
        branch.readers(3);
        for (int i = 0; i < 4; i++) {
            branch.ask("POST", "/readers/" + ada.id() + "/books")
                    .json("{\"title\": \"Emma\"}")
                    .send();
        }
        String readers = token(list(""));
        String books = token(
                branch.ask("GET", "/readers/" + ada.id() + "/books?page_size=2").send());
        assertThat(branch.ask("GET", "/readers/" + ada.id() + "/books?next_page_token=" + books)
                        .send()
                        .each("books", "title"))
                .hasSize(2);
        assertThat(branch.ask("GET", "/readers/me/books?next_page_token=" + books)
                        .send()
                        .refusal())
                .isEqualTo(BAD_TOKEN);
        assertThat(branch.ask("GET", "/readers/" + ada.id() + "/books?next_page_token=" + readers)
                        .send()
                        .refusal())
                .isEqualTo(BAD_TOKEN);
        assertThat(list("?next_page_token=" + books).refusal()).isEqualTo(BAD_TOKEN);
    }

    @Test
    void meAndOnesOwnIdAreTheSamePath() {
        Doc ada = branch.reader("ada");
        for (int i = 0; i < 3; i++) {
            branch.ask("POST", "/readers/" + ada.id() + "/books")
                    .json("{\"title\": \"Emma\"}")
                    .send();
        }
        String user = branch.token(CallerKind.USER, ada.id(), "reader:read");
        String books = token(
                branch.ask("GET", "/readers/me/books?page_size=2").token(user).send());
        assertThat(branch.ask("GET", "/readers/" + ada.id() + "/books?next_page_token=" + books)
                        .token(user)
                        .send()
                        .each("books", "title"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "0", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%20", "a%00", "=", "é", "😀"})
    void refusesInvalidTokens(String token) {
        assertThat(list("?next_page_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                        .refusal())
                .isEqualTo(BAD_TOKEN);
    }

    @Test
    void refusesATokenThatWasChanged() {
        branch.readers(6);
        String token = token(list(""));
        for (int i = 0; i < token.length(); i += 5) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(list("?next_page_token=" + changed).refusal()).isEqualTo(BAD_TOKEN);
        }
    }

    @Test
    void staysTheSameListWhileItGrows() {
        branch.readers(4);
        Reply first = list("?page_size=2");
        branch.reader("late");
        Reply second = list("?next_page_token=" + token(first));
        Reply third = list("?next_page_token=" + token(second));
        assertThat(names(first)).containsExactly("Olivia", "r1");
        assertThat(names(second)).containsExactly("r2", "r3");
        assertThat(names(third)).containsExactly("r4", "late");
    }

    @Test
    void leadsThroughAListThatIsOrderedByAColumn() {
        List<String> titles = List.of("B", "a\nb", "", "é 😀", "B", "100 % & more", "a", "17");
        Doc ada = branch.reader("ada");
        branch.inside(unit -> {
            for (int i = 0; i < titles.size(); i++) {
                Doc book = unit.blank(BooksGroup.BOOKS).put("id", "b" + i).put("reader_id", ada.id());
                unit.insert(BooksGroup.BOOKS, titles.get(i).isEmpty() ? book : book.put("title", titles.get(i)));
            }
            return unit.account();
        });
        List<String> seen = new ArrayList<>();
        String place = "";
        do {
            Reply page = branch.ask("GET", "/readers/" + ada.id() + "/books?page_size=1&next_page_token=" + place)
                    .send();
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(page.each("books", "id"));
            place = token(page);
        } while (!place.isEmpty());
        assertThat(seen)
                .as("by their bytes, those without a title last")
                .containsExactly("b5", "b7", "b0", "b4", "b6", "b1", "b3", "b2");
    }

    @Test
    void aListByTokenAloneHasNoNumbers() {
        Reply page = branch.ask("GET", "/readers/me/books?page_number=7").send();
        assertThat(page.json().names()).containsExactly("page_size", "next_page_token", "books");
        assertThat(page.header("X-Greenroom-Warning")).isEqualTo("unknown parameters: page_number");
    }
}
