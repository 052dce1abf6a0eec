package io.greenroom.kernel.road.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.StoreUnavailable;
import io.greenroom.kernel.toy.BooksGroup;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Faulty;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers to server faults, over HTTP. */
class FaultsTest {
    private static final String BREACH = "{\"code\":500,\"message\":\"An internal error occurred.\"}";

    /** Ways in which a handler can break the contract. */
    private static final Map<String, Function<Call, Doc>> BREACHES = Map.of(
            "throws",
            call -> {
                throw new IllegalStateException("secret detail");
            },
            "fails",
            call -> {
                throw new StackOverflowError("secret detail");
            },
            "refuses with what it has not declared",
            call -> {
                throw call.refuse("reader-missing");
            },
            "refuses with what nobody has declared",
            call -> {
                throw call.refuse("secret-detail");
            },
            "puts a field that is not there",
            call -> call.blank("Census").put("secret", "detail"),
            "reads a field that is not there",
            call -> call.blank("Census").put("books", call.body().number("secret")),
            "gives a value of another type",
            call -> call.blank("Census").put("books", "secret detail"),
            "gives an object for a number",
            call -> call.blank("Census").put("books", call.blank("Book")),
            "writes in a read",
            call -> call.store()
                    .insert(BooksGroup.BOOKS, call.blank(BooksGroup.BOOKS).put("id", "secret")),
            "changes what is frozen",
            call -> call.account().put("plan", "free"));

    private static Reply count(Toy toy) {
        return toy.branch().ask("GET", "/books").send();
    }

    private static Toy doing(Consumer<Bindings> bind) {
        return Toy.doing(bind).start();
    }

    private static void assertBreach(Toy toy, Reply reply) {
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).isEqualTo(BREACH);
        assertThat(reply.header("x-zm-trackingid"))
                .isEqualTo(toy.lastTravelled().trackingId());
        assertThat(toy.lastTravelled().failures()).containsExactly("breach");
        assertThat(toy.lastTravelled().status()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throws",
                "fails",
                "refuses with what it has not declared",
                "refuses with what nobody has declared",
                "puts a field that is not there",
                "reads a field that is not there",
                "gives a value of another type",
                "gives an object for a number",
                "writes in a read",
                "changes what is frozen"
            })
    void revealNothingOfAContractViolation(String way) {
        Function<Call, Doc> handler = BREACHES.getOrDefault(way, call -> call.blank("Census"));
        try (Toy toy = doing(on -> on.doc("countBooks", handler))) {
            assertBreach(toy, count(toy));
        }
    }

    @Test
    void rollBackAfterAContractViolation() {
        try (Toy toy = doing(on -> {
            on.doc("borrowBook", call -> {
                Doc book = call.blank(BooksGroup.BOOKS).put("id", "1");
                call.store().insert(BooksGroup.BOOKS, book);
                call.announce("book.borrowed", book);
                call.announce("reader.created", book);
                return book;
            });
            on.doc("countBooks", call -> call.blank("Census")
                    .put("books", call.store().in(BooksGroup.BOOKS).count()));
        })) {
            Branch branch = toy.branch();
            Reply reply = branch.ask("POST", "/readers/me/books")
                    .json("{\"title\": \"Emma\"}")
                    .send();
            assertBreach(toy, reply);
            assertThat(branch.ask("GET", "/books").send().json().number("books"))
                    .isZero();
            assertThat(branch.events()).isEmpty();
        }
    }

    @Test
    void continueAfterAContractViolation() {
        AtomicReference<String> fault = new AtomicReference<>("");
        try (Toy toy = doing(on -> on.doc("countBooks", call -> {
            if (!fault.get().isEmpty()) {
                throw new IllegalStateException(fault.get());
            }
            return call.blank("Census").put("books", 0);
        }))) {
            fault.set("broken");
            assertThat(count(toy).status()).isEqualTo(500);
            fault.set("");
            assertThat(count(toy).status()).isEqualTo(200);
        }
    }

    @Test
    void findAListThatDoesNotFitItsContract() {
        Doc odd = new Doc(Schema.anyObject()).put("id", List.of("secret"));
        try (Toy toy = doing(on -> on.page("listReaders", call -> Page.whole(List.of(odd))))) {
            assertBreach(toy, toy.branch().ask("GET", "/readers").send());
        }
    }

    @Test
    void answer503WhileStorageIsGone() {
        Faulty faulty = new Faulty();
        try (Toy toy = Toy.library().store(faulty::between).start()) {
            Branch branch = toy.branch();
            branch.token();
            faulty.fail(() -> new StoreUnavailable("secret detail"));
            Reply read = branch.ask("GET", "/readers").send();
            assertThat(read.refusal()).isEqualTo("503/503 The service is temporarily unavailable.");
            assertThat(toy.lastTravelled().failures()).containsExactly("unavailable");
            faulty.heal();
            assertThat(branch.ask("GET", "/readers").send().status()).isEqualTo(200);
        }
    }

    @Test
    void answer503WhenAChangeCannotBeKept() {
        Faulty faulty = new Faulty();
        try (Toy toy = Toy.library().store(faulty::between).start()) {
            Branch branch = toy.branch();
            branch.token();
            faulty.failWrites(() -> new StoreUnavailable("secret detail"));
            String ada = "{\"email\": \"%s\", \"name\": \"Ada\", \"card\": \"A1234\"}".formatted(branch.email("ada"));
            Reply write = branch.ask("POST", "/readers").json(ada).send();
            assertThat(write.refusal()).isEqualTo("503/503 The service is temporarily unavailable.");
            assertThat(write.headers()).doesNotContainKey("content-location");
            faulty.heal();
            assertThat(branch.events()).isEmpty();
            assertThat(branch.ask("GET", "/readers").send().each("readers", "name"))
                    .containsExactly("Olivia");
            assertThat(branch.ask("POST", "/readers").json(ada).send().status()).isEqualTo(201);
        }
    }
}
