package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.toy.Toy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a start refuses of bindings that do not keep the contract, and how the rest are found. */
class BindingsTest {
    private final Contract contract = Toy.contract(Path.of("src/test/resources/toy"));
    private final Bindings bindings = new Bindings(contract);

    private void waitForTheRest() {
        contract.groups().forEach(group -> bindings.notYet(group.title()));
    }

    private static Doc nothing() {
        throw new AssertionError("nobody asks");
    }

    private void refuses(String... faults) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessage("The bindings do not keep the contract:\n  " + String.join("\n  ", faults));
    }

    @Test
    void letsGroupsWait() {
        waitForTheRest();
        bindings.check();

        assertThat(bindings.handler(contract.operation("getBook"))).isEmpty();
    }

    @Test
    void namesEachOperationThatNobodyBinds() {
        bindings.notYet("Readers");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessageContaining("getBook is not bound")
                .withMessageContaining("listBooks is not bound")
                .satisfies(fault -> assertThat(fault).message().doesNotContain("listReaders"));
    }

    @Test
    void refusesWhatTheContractLacks() {
        waitForTheRest();
        bindings.done("burnBook", call -> {});

        refuses("burnBook is bound but not in the contract");
    }

    @Test
    void refusesTwoHandlersOfOneOperation() {
        waitForTheRest();
        bindings.doc("getBook", call -> nothing());
        bindings.doc("getBook", call -> nothing());

        refuses("getBook is bound twice");
    }

    @Test
    void refusesTwoListenersOfOneDueTime() {
        waitForTheRest();
        bindings.due("return", (call, subject) -> {});
        bindings.due("return", (call, subject) -> {});

        refuses("Due times of kind return have two listeners");
    }

    @Test
    void takesEachShapeWhereItIsPromised() {
        waitForTheRest();
        bindings.doc("getBook", call -> nothing());
        bindings.page("listBooks", call -> Page.whole(List.of()));
        bindings.done("reserveBook", call -> {});

        bindings.check();

        assertThat(bindings.handler(contract.operation("getBook"))).isPresent();
    }

    @Test
    void refusesOneObjectForAPagedList() {
        waitForTheRest();
        bindings.doc("listBooks", call -> nothing());

        refuses("listBooks is bound in another shape than the contract promises");
    }

    @Test
    void refusesAPageWhereNoListIsPromised() {
        waitForTheRest();
        bindings.page("getBook", call -> Page.whole(List.of()));
        bindings.page("reserveBook", call -> Page.whole(List.of()));

        refuses(
                "getBook is bound in another shape than the contract promises",
                "reserveBook is bound in another shape than the contract promises");
    }

    @Test
    void refusesNothingWhereSomethingIsPromised() {
        waitForTheRest();
        bindings.done("getBook", call -> {});
        bindings.doc("reserveBook", call -> nothing());
        bindings.file("listBooks", call -> Answer.nothing(200));

        refuses(
                "getBook is bound in another shape than the contract promises",
                "reserveBook is bound in another shape than the contract promises",
                "listBooks is bound in another shape than the contract promises");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        bindings.file("getBook", call -> Answer.nothing(200));
        bindings.file("reserveBook", call -> Answer.nothing(204));
        bindings.done("reserveBook", call -> {});

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessageContaining("getBook is bound in another shape")
                .withMessageContaining("reserveBook is bound in another shape")
                .withMessageContaining("reserveBook is bound twice")
                .withMessageContaining("countBooks is not bound");
    }

    @Test
    void findsThingsByTheFormatThatNamesThem() {
        Bindings.Subject readers = new Bindings.Subject(
                (unit, value) -> Optional.of(value).filter("ada"::equals), (unit, id) -> Optional.of("A. " + id));
        try (Workshop workshop = new Workshop(on -> on.subject("user", readers))) {
            Bindings told = workshop.scope.bindings();
            workshop.inside(Workshop.HERE, call -> {
                assertThat(told.identify("user", call.store(), "ada")).contains("ada");
                assertThat(told.identify("user", call.store(), "bob")).isEmpty();
                assertThat(told.identify("shelf", call.store(), "ada")).isEmpty();
                assertThat(told.describe("user", call.store(), "ada")).contains("A. ada");
                assertThat(told.describe("shelf", call.store(), "ada")).isEmpty();
                return call;
            });
        }
    }

    @Test
    void tellsEveryListenerOfAFactAndNobodyElse() {
        record Closed(String shelf) {}
        record Opened(String shelf) {}
        List<String> heard = new ArrayList<>();
        try (Workshop workshop = new Workshop(on -> {
            on.fact(Closed.class, (call, closed) -> heard.add("first " + closed.shelf()));
            on.fact(Closed.class, (call, closed) -> heard.add("second " + closed.shelf()));
            on.fact(Opened.class, (call, opened) -> heard.add("opened " + opened.shelf()));
        })) {
            workshop.inside(Workshop.HERE, call -> {
                heard.clear(); // a unit may run more than once
                call.publish(new Closed("A"));
                return call;
            });
        }
        assertThat(heard).containsExactly("first A", "second A");
    }

    @Test
    void hasNoHandlerForWhatFallsDueUnknown() {
        assertThat(bindings.dueListener("burn")).isEmpty();
        assertThat(bindings.dueListener(Media.FORGET)).isPresent();
        Operation internal = bindings.internal();
        assertThat(internal.events()).contains("book.borrowed", "book.overdue");
        assertThat(internal.failures()).isEmpty();
    }
}
