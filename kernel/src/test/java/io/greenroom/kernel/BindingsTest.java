package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.read.ContractReader;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.toy.Toy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which bindings a start refuses because they violate the contract, and how the others are found. */
class BindingsTest {
    private final Contract contract = Toy.contract(Path.of("src/test/resources/toy"));
    private final Bindings bindings = new Bindings(contract);

    private void waitForTheRest() {
        contract.groups().forEach(group -> bindings.notYet(group.title()));
        bindings.notYet("Library");
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
    void acceptsUnboundOperationsOfWaitingGroups() {
        waitForTheRest();
        bindings.check();

        assertThat(bindings.handler(contract.operation("getBook"))).isEmpty();
    }

    @Test
    void namesEachUnboundOperation() {
        bindings.notYet("Readers");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessageContaining("getBook is not bound")
                .withMessageContaining("listBooks is not bound")
                .satisfies(fault -> assertThat(fault).message().doesNotContain("listReaders"));
    }

    @Test
    void refusesUndeclaredOperations() {
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
    void reportsAllFaultsAtOnce() {
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
    void resolvesEachFormatOfABoundPathOnce() {
        bindings.doc("getHall", call -> call.named("hallId"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessageContaining("getHall has a path of the format hall, which nothing resolves");

        bindings.resolve("hall", (call, value) -> Optional.empty());
        bindings.resolve("hall", (call, value) -> Optional.empty());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessageContaining("Paths of the format hall have two resolvers");
    }

    @Test
    void declaresTheFailureOfEachFormatOfAPath() {
        Map<String, Object> undeclared = Map.of(
                "group",
                "Odd",
                "path",
                Map.of("hallId", Map.of("type", "string", "format", "hall")),
                "operations",
                Map.of(
                        "closeHall",
                        Map.of(
                                "summary",
                                "Close a hall.",
                                "route",
                                "DELETE /halls/{hallId}",
                                "returns",
                                Map.of("204", "nothing"))));
        Bindings odd = new Bindings(ContractReader.read(Map.of("odd.yaml", undeclared)));
        odd.done("closeHall", call -> {});
        odd.resolve("hall", (call, value) -> Optional.empty());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(odd::check)
                .withMessageContaining("closeHall does not declare hall-missing");
    }

    @Test
    void bindsBareListsAndListsInsideAnswersAsPages() {
        bindings.doc("listHalls", call -> call.blank("Hall"));
        bindings.doc("listVisits", call -> call.blank("VisitedHall"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(bindings::check)
                .withMessageContaining("listHalls is bound in another shape")
                .withMessageContaining("listVisits is bound in another shape");
    }

    @Test
    void checksOperationsOfTheControlApiToo() {
        bindings.notYet("Books");
        bindings.notYet("Readers");
        bindings.notYet("Halls");
        bindings.done("controlBranches", call -> {});

        refuses(
                "controlBranches is bound in another shape than the contract promises",
                "controlPlan is not bound",
                "controlBookLose is not bound");
    }

    @Test
    void refusesAQuestionThatIsNotProvided() {
        waitForTheRest();
        bindings.asks(Opinion.class);

        refuses("Opinion is asked but not provided");
    }

    @Test
    void refusesTwoAnswersToOneQuestion() {
        waitForTheRest();
        bindings.provide(Opinion.class, book -> "good");
        bindings.provide(Opinion.class, book -> "bad");

        refuses("Opinion is provided twice");
    }

    /** A query of one group to another. */
    private interface Opinion {
        String of(String book);
    }

    @Test
    void answersQuestionsWhicheverGroupIsBoundFirst() {
        try (Workshop workshop = new Workshop(on -> {
            on.asks(Opinion.class);
            on.provide(Opinion.class, book -> book + " is good");
        })) {
            String opinion = workshop.inside(
                    Workshop.HERE, call -> call.ask(Opinion.class).of("Emma"));
            assertThat(opinion).isEqualTo("Emma is good");
        }
    }

    @Test
    void refusesQuestionsThatWereNotDeclared() {
        try (Workshop workshop = new Workshop(on -> on.provide(Opinion.class, book -> "good"))) {
            assertThatExceptionOfType(ContractViolation.class)
                    .isThrownBy(() -> workshop.inside(Workshop.HERE, call -> call.ask(Opinion.class)))
                    .withMessage("Opinion is asked without a declaration");
        }
    }

    @Test
    void answersOptionalQuestionsOfNoGroupWithNothing() {
        assertThat(bindings.answer(Opinion.class)).isEmpty();
    }

    @Test
    void servesPlacesOfGroups() {
        Handler page = request -> Answer.nothing(204);
        try (Workshop workshop = new Workshop(on -> on.serve("p", scope -> page))) {
            PlaceScope scope = new PlaceScope(workshop.scope, workshop.store, () -> {});
            assertThat(workshop.scope.bindings().places(scope)).containsExactly(Map.entry("p", page));
        }
    }

    @Test
    void refusesTwoGroupsThatServeOnePlace() {
        waitForTheRest();
        bindings.serve("p", scope -> request -> Answer.nothing(204));
        bindings.serve("p", scope -> request -> Answer.nothing(200));

        refuses("/p is served twice");
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
    void publishesAFactToItsListenersOnly() {
        record Closed(String shelf) implements Fact {}
        record Opened(String shelf) implements Fact {}
        List<String> heard = new ArrayList<>();
        try (Workshop workshop = new Workshop(on -> {
            on.publishes(Closed.class, Opened.class);
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
    void refusesFactsWithoutPublisherOrListener() {
        record Closed(String shelf) implements Fact {}
        record Opened(String shelf) implements Fact {}
        waitForTheRest();
        bindings.add(new Shelves(on -> on.publishes(Closed.class)));
        bindings.add(new Shelves(on -> on.fact(Opened.class, (call, opened) -> {})));

        refuses(
                "Closed is published by Shelves and has no listener",
                "Opened has listeners in Shelves and no publisher");
    }

    @Test
    void refusesToPublishAFactThatNoGroupDeclares() {
        record Closed(String shelf) implements Fact {}
        try (Workshop workshop = new Workshop(on -> {})) {
            workshop.inside(Workshop.HERE, call -> {
                assertThatExceptionOfType(ContractViolation.class)
                        .isThrownBy(() -> call.publish(new Closed("A")))
                        .withMessage("No group declares that it publishes Closed");
                return call;
            });
        }
    }

    @Test
    void listsFactsWithPublishersAndListeners() {
        bindings.add(new Shelves(on -> on.fact(AccountRemoved.class, (call, removed) -> {})));

        assertThat(bindings.facts().entries())
                .containsExactly(
                        new Facts.Entry(AccountOpened.class, Set.of("Kernel"), Set.of()),
                        new Facts.Entry(AccountRemoved.class, Set.of("Kernel"), Set.of("Shelves")),
                        new Facts.Entry(EndpointUnvalidated.class, Set.of("Kernel"), Set.of()));
    }

    /** A group that keeps nothing. */
    private record Shelves(Consumer<Bindings> binding) implements ApiGroup {
        @Override
        public List<Table> tables() {
            return List.of();
        }

        @Override
        public void bind(Bindings on) {
            binding.accept(on);
        }
    }

    @Test
    void refusesOperationsWithEventsWithoutPayload() {
        Map<String, Object> burn = new HashMap<>(Map.of("summary", "Delete a book.", "route", "POST /fires"));
        burn.putAll(Map.of("returns", Map.of("204", "nothing"), "events", List.of("book.burnt")));
        Map<String, Object> burnt = Map.of("summary", "A book was burnt.", "origin", List.of("operation"));
        Map<String, Object> file = new HashMap<>(Map.of("group", "Odd", "summary", "Odd things."));
        file.putAll(Map.of("operations", Map.of("burn", burn), "events", Map.of("book.burnt", burnt)));
        Contract odd = ContractReader.read(Map.of("odd.yaml", file));
        Bindings burning = new Bindings(odd);
        burning.done("burn", call -> {});

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(burning::check)
                .withMessageContaining("burn may announce book.burnt, whose payload is not in the contract");
    }

    @Test
    void hasNoHandlerForUnknownDueTimes() {
        assertThat(bindings.dueListener("burn")).isEmpty();
        assertThat(bindings.dueListener(Media.FORGET)).isPresent();
    }

    @Test
    void announcesInCallsWithoutARequestTheEventsOfTheirOrigin() {
        assertThat(bindings.internal(EventOrigin.JOB).events()).containsExactly("book.overdue");
        assertThat(bindings.internal(EventOrigin.CONTROL).events())
                .containsExactlyInAnyOrder("book.lost", "shelf_emptied", "reader.greeted", "app_deauthorized");
        assertThat(bindings.internal(EventOrigin.SESSION).events()).isEmpty();
        assertThat(bindings.internal(EventOrigin.JOB).failures()).isEmpty();
    }
}
