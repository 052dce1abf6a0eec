package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.KernelTables;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Doc NOTHING = new Doc(Schema.anyObject()).freeze();
    private static final Doc BOOK =
            new Doc(Schema.anyObject()).put("id", "1").put("title", "Emma").freeze();

    private final Workshop workshop = new Workshop(bindings -> {});

    @AfterEach
    void close() {
        workshop.close();
    }

    /** Runs code with a call of an operation, in its unit. */
    private void during(String operation, Doc body, Object prepared, Consumer<Call> work) {
        workshop.store.write(Workshop.HERE, unit -> {
            Doc account = unit.find(KernelTables.ACCOUNTS, Workshop.HERE).orElseThrow();
            Caller caller = new Caller(Workshop.HERE, "reader", "app", CallerKind.SERVER, Set.of());
            work.accept(new Call(
                    workshop.scope,
                    workshop.contract.operation(operation),
                    new Call.Input(
                            caller,
                            account,
                            Map.of("bookId", "b/1"),
                            NOTHING,
                            body,
                            Map.of(),
                            Optional.empty(),
                            new PageRequest(1, 30, Cursor.START),
                            ""),
                    unit,
                    prepared));
            return unit;
        });
    }

    private void during(String operation, Consumer<Call> work) {
        during(operation, NOTHING, Bindings.DONE, work);
    }

    @Test
    void knowsWhichFailuresItsOperationDeclaresByTheirGeneralNames() {
        during("getBook", call -> {
            assertThat(call.declares("book-missing")).isTrue();
            assertThat(call.declares("reader-missing")).isFalse();
            assertThat(call.declares("no-permission")).isTrue();
        });
        during("printBook", call -> assertThat(call.declares("book-missing")).isTrue());
    }

    @Test
    void refusesWithTheVariantThatItsOperationDeclares() {
        during("printBook", call -> {
            Refusal refusal = call.refuse("book-missing");

            assertThat(refusal.failure().name()).isEqualTo("book-out-of-print");
            assertThat(refusal.message()).isEqualTo("Book b/1 is out of print.");
        });
    }

    @Test
    void refusesWithGeneralNamesOnly() {
        during("printBook", call -> assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> call.refuse("book-out-of-print"))
                .withMessage("book-out-of-print is a variant; refuse with book-missing"));
    }

    @Test
    void requiresADocument() {
        during("getBook", call -> {
            assertThat(call.require(KernelTables.ACCOUNTS, Workshop.HERE, "book-missing"))
                    .isEqualTo(call.account());
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> call.require(KernelTables.ACCOUNTS, "b/2", "book-missing", "bookId", "b/2"))
                    .withMessage("Book does not exist: b/2.");
        });
    }

    @Test
    void refusesInTheWordsOfTheContract() {
        during("getBook", call -> assertThat(call.refuse("book-missing").message())
                .isEqualTo("Book does not exist: b/1."));
    }

    @Test
    void fillsPlaceholdersWithTheLastValues() {
        Doc body =
                new Doc(workshop.contract.schema("Loan")).put("title", "Emma").freeze();

        during("borrowBook", body, Bindings.DONE, call -> assertThat(
                        call.refuse("borrowed-too-much", "readerId", "ada", "limit", 3)
                                .message())
                .isEqualTo("Reader ada has borrowed 3 books today; Emma must wait."));
    }

    @Test
    void refusesOnlyWithDeclaredFailures() {
        during("getBook", call -> assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> call.refuse("reader-missing"))
                .withMessage("getBook does not declare reader-missing"));
    }

    @Test
    void refusesWithGeneralFailures() {
        during("getBook", call -> assertThat(call.refuse("no-permission").message())
                .isEqualTo("No permission."));
    }

    @Test
    void announcesOnlyDeclaredEvents() {
        during("getBook", call -> assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> call.announce("book.borrowed", NOTHING))
                .withMessage("getBook does not list the event book.borrowed"));

        assertThat(workshop.events(Workshop.HERE)).isEmpty();
    }

    @Test
    void announcesOnlyDeclaredEventsInOtherAccounts() {
        during("getBook", call -> assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> call.announceIn(call.store().as("there"), "book.borrowed", Announcement.of(NOTHING)))
                .withMessage("getBook does not list the event book.borrowed"));
    }

    @Test
    void announcesWithoutARequestOnlyEventsOfItsOrigin() {
        workshop.inside(Workshop.HERE, call -> {
            assertThatExceptionOfType(ContractViolation.class)
                    .isThrownBy(() -> call.announce("book.overdue", BOOK))
                    .withMessage("internal-control does not list the event book.overdue");
            call.announce("shelf_emptied", Announcement.withoutObject().with("shelf", "A"));
            return call;
        });

        assertThat(workshop.events(Workshop.HERE)).containsExactly("shelf_emptied");
    }

    @Test
    void announcesInItsUnit() {
        during("borrowBook", call -> call.announce("book.borrowed", BOOK));

        assertThat(workshop.events(Workshop.HERE)).containsExactly("book.borrowed");
    }

    @Test
    void announcesNothingWhenItsUnitFails() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> during("borrowBook", call -> {
                    call.announce("book.borrowed", BOOK);
                    throw new IllegalStateException("lost");
                }));

        assertThat(workshop.events(Workshop.HERE)).isEmpty();
    }

    @Test
    void hasOnlyThePathOfItsRoute() {
        during("getBook", call -> {
            assertThat(call.path("bookId")).isEqualTo("b/1");
            assertThatExceptionOfType(ContractViolation.class)
                    .isThrownBy(() -> call.path("shelfId"))
                    .withMessage("getBook has no path value shelfId");
        });
    }

    @Test
    void returnsResolvedValues() {
        during("getBook", NOTHING, "ready", call -> assertThat(call.prepared(String.class))
                .isEqualTo("ready"));
        during("getBook", call -> assertThatExceptionOfType(ContractViolation.class)
                .isThrownBy(() -> call.prepared(String.class))
                .withMessage("getBook was not prepared with a String"));
    }

    @Test
    void failsToRefuseWithoutARequest() {
        workshop.inside(Workshop.HERE, call -> {
            assertThatExceptionOfType(ContractViolation.class).isThrownBy(() -> call.refuse("book-missing"));
            return call;
        });
    }
}
