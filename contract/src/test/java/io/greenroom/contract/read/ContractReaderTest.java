package io.greenroom.contract.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Body;
import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Group;
import io.greenroom.contract.Label;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Paging;
import io.greenroom.contract.Property;
import io.greenroom.contract.Quota;
import io.greenroom.contract.RangeLimits;
import io.greenroom.contract.Route;
import io.greenroom.contract.Schema;
import io.greenroom.contract.Toy;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading the toy contract. */
class ContractReaderTest {
    private final Contract toy = Toy.contract();

    @Test
    void readsGroupsAndTheirOperationsInTheOrderOfTheFile() {
        Group group = toy.groups().getFirst();

        assertThat(group).isEqualTo(new Group("Toy", "Boxes that hold things.", "Odd {field}."));
        assertThat(toy.operationsOf(group))
                .extracting(Operation::id)
                .containsExactly("boxes", "boxCreate", "box", "boxChange", "boxPicture", "boxMoves", "boxBatch");
    }

    @Test
    void readsRoutesScopesAndLabels() {
        Operation list = toy.operation("boxes");

        assertThat(list.route()).isEqualTo(new Route("GET", "/boxes"));
        assertThat(list.readsOnly()).isTrue();
        assertThat(list.scopes()).containsExactly("box:read", "box:read:admin");
        assertThat(list.label()).isEqualTo(Label.HEAVY);
        assertThat(list.limits()).isEqualTo("standard");
        assertThat(toy.operation("boxChange").label()).isEqualTo(Label.RESOURCE_INTENSIVE);
        assertThat(toy.operation("boxChange").label().wireName()).isEqualTo("Resource-intensive");
        assertThat(toy.operation("box").label()).isEqualTo(Label.MEDIUM);
    }

    @Test
    void readsTheKindsOfAppsThatMayCall() {
        assertThat(toy.operation("boxCreate").callers()).isEqualTo(Set.of(CallerKind.ACCOUNT, CallerKind.SERVER));
        assertThat(toy.operation("box").callers())
                .doesNotContain(CallerKind.CHATBOT)
                .hasSize(4);
    }

    @Test
    void readsPrivileges() {
        Contract contract = Toy.of(
                "group: Toy",
                "privilege: Box",
                "operations:",
                "  list: {summary: L., route: GET /a, returns: {204: nothing}, scopes: ['a:admin', a], unscoped: odd}",
                "  add: {summary: A., route: POST /a, returns: {204: nothing}, scopes: ['a:master']}",
                "  own: {summary: O., route: GET /b, returns: {204: nothing}, scopes: [a]}",
                "  open: {summary: O., route: GET /c, returns: {204: nothing}}",
                "  free: {summary: F., route: GET /d, returns: {204: nothing}, scopes: ['a:admin'], privilege: none}",
                "  lid: {summary: G., route: GET /e, returns: {204: nothing}, scopes: ['a:admin'], privilege: Lid}",
                "  odd:",
                "    {summary: O., route: PUT /f, returns: {204: nothing}, scopes: ['a:admin'],",
                "     privilege: {failure: odd}}",
                "failures: {odd: {message: Odd.}, no-permission: {message: No.}}");
        Failure no = contract.failure("no-permission");
        Failure odd = contract.failure("odd");

        assertThat(contract.operation("list").privilege())
                .contains(new Operation.Privilege(List.of("Box:Read", "Box:Edit"), no));
        assertThat(contract.operation("list").unscoped()).contains(odd);
        assertThat(contract.operation("add").privilege()).contains(new Operation.Privilege(List.of("Box:Edit"), no));
        assertThat(contract.operation("add").unscoped()).isEmpty();
        assertThat(contract.operation("own").privilege()).isEmpty();
        assertThat(contract.operation("open").privilege()).isEmpty();
        assertThat(contract.operation("free").privilege()).isEmpty();
        assertThat(contract.operation("lid").privilege())
                .contains(new Operation.Privilege(List.of("Lid:Read", "Lid:Edit"), no));
        assertThat(contract.operation("odd").privilege()).contains(new Operation.Privilege(List.of("Box:Edit"), odd));
    }

    @Test
    void readsPagingAndItsParameters() {
        Paging paging = toy.operation("boxes").paging().orElseThrow();

        assertThat(paging).isEqualTo(new Paging("boxes", true, true, 10, 50));
        assertThat(paging.parameters())
                .extracting(Property::name)
                .containsExactly("page_size", "page_number", "next_page_token");
    }

    @Test
    void readsARangeAndItsParameters() {
        Operation moves = toy.operation("boxMoves");
        RangeLimits range = moves.range().orElseThrow();

        assertThat(range)
                .isEqualTo(new RangeLimits(
                        true,
                        Set.of("to"),
                        Period.ofDays(1),
                        Period.ofMonths(1),
                        true,
                        Period.ofYears(1),
                        toy.failure("moves-odd"),
                        toy.failure("moves-old")));
        assertThat(moves.query()).extracting(Property::name).containsExactly("from", "to");
        assertThat(moves.query()).extracting(Property::required).containsExactly(false, true);
    }

    @Test
    void takesTheLongestRangeAsTheDefaultAndOneFailureForAll() {
        RangeLimits range = Toy.of(
                        "group: Toy",
                        "operations: {box: {summary: Get a box., route: GET /box, returns: {204: nothing},",
                        "  range: {max: P1M}}}",
                        "failures: {validation: {message: Odd.}}")
                .operation("box")
                .range()
                .orElseThrow();

        assertThat(range.standard()).isEqualTo(range.longest());
        assertThat(range.back()).isNull();
        assertThat(range.failure()).isEqualTo(range.tooOld());
        assertThat(range.failure().name()).isEqualTo("validation");
        assertThat(range.parameters())
                .extracting(Property::description)
                .containsExactly(
                        "First day, at most one month before to; one month before to when absent",
                        "Last day; today when absent");
    }

    @Test
    void readsListsInsideAnswersAndBareOnes() {
        Paging paging = toy.operation("boxMoves").paging().orElseThrow();

        assertThat(paging.envelope()).isEqualTo("past");
        assertThat(paging.key()).isEqualTo("moves");
        assertThat(toy.operation("boxMoves").answersBareList()).isFalse();
        assertThat(toy.operation("boxBatch").answersBareList()).isTrue();
    }

    @Test
    void readsWhichSettingAPropertyInherits() {
        assertThat(toy.schema("MovedBox").property("lining").orElseThrow().inherits())
                .isEqualTo("inside.lining");
        assertThat(toy.schema("MovedBox").property("past").orElseThrow().inherits())
                .isNull();
    }

    @Test
    void readsTheTextOfFaults() {
        assertThat(toy.fault(toy.operation("box"))).isEqualTo("Odd {field}.");
        Contract plain = Toy.of(
                "group: Toy",
                "summary: Boxes.",
                "operations: {box: {summary: Get a box., route: GET /box, returns: {204: nothing}}}",
                "schemas: {Box: {properties: {lid: {type: boolean, fault: No lid., source: invented}}}}");
        assertThat(plain.fault(plain.operation("box"))).isEqualTo("Invalid field.");
        assertThat(property(plain.schema("Box"), "lid").fault()).isEqualTo("No lid.");
        assertThat(property(toy.schema("BoxChange"), "lid").fault()).isNull();
    }

    @Test
    void readsRequiredFeatures() {
        Operation.Need plain = toy.operation("boxCreate").needs().orElseThrow();
        Operation.Need own = toy.operation("boxChange").needs().orElseThrow();

        assertThat(plain.feature()).isEqualTo(own.feature());
        assertThat(plain.failure().name()).isEqualTo("boxes-off");
        assertThat(own.failure().name()).isEqualTo("boxes-not-on");
    }

    @Test
    void readsAnswersByStatusTheUsualOneFirst() {
        Operation create = toy.operation("boxCreate");

        assertThat(create.status()).isEqualTo(201);
        assertThat(create.answer()).contains(toy.schema("Box"));
        assertThat(create.returns().keySet()).containsExactly(201, 202);
        assertThat(create.returns()).containsEntry(202, Optional.empty());
        assertThat(create.location()).contains("/boxes/{id}");
    }

    @Test
    void readsBodies() {
        Body create = toy.operation("boxCreate").body().orElseThrow();
        Body change = toy.operation("boxChange").body().orElseThrow();

        assertThat(create.forms()).containsExactly(Body.Form.JSON, Body.Form.MULTIPART);
        assertThat(create.required()).isTrue();
        assertThat(change.forms()).containsExactly(Body.Form.JSON);
        assertThat(change.required()).isFalse();
        assertThat(change.schema()).isSameAs(create.schema());
    }

    @Test
    void prefersAnOperationsOwnDescriptionOfAPathParameter() {
        assertThat(toy.operation("box").path().getFirst().schema()).isSameAs(toy.schema("Key"));
        assertThat(toy.operation("boxPicture").path().getFirst().schema().type())
                .isEqualTo(Schema.Type.INTEGER);
    }

    @Test
    void readsQuotas() {
        Quota daily = toy.operation("boxCreate").quotas().getFirst();
        Quota paced = toy.operation("boxChange").quotas().getFirst();

        assertThat(daily)
                .isEqualTo(new Quota("boxCreate", 5, Duration.ofDays(1), "account", toy.failure("boxes-too-many")));
        assertThat(daily.daily()).isTrue();
        assertThat(paced)
                .isEqualTo(new Quota("calm", 1, Duration.ofMinutes(2), "path.boxId", toy.failure("boxes-too-many")));
        assertThat(paced.daily()).isFalse();
    }

    @Test
    void readsFailuresWithTheUsualStatusAndCode() {
        assertThat(toy.failure("label-odd")).isEqualTo(new Failure("label-odd", 400, 300, "Invalid label: {label}"));
        assertThat(toy.failure("box-missing").message(Map.of("boxId", "7"))).isEqualTo("There is no box 7.");
        assertThat(toy.operation("box").declares(toy.failure("no-boxes-anywhere")))
                .isTrue();
        assertThat(toy.operation("box").declares(toy.failure("label-odd"))).isFalse();
    }

    @Test
    void findsTheVariantThatAnOperationDeclaresByTheGeneralName() {
        Failure gone = toy.failure("box-gone");

        assertThat(gone.variantOf()).contains("box-missing");
        assertThat(gone.general()).isEqualTo("box-missing");
        assertThat(toy.failure("box-missing").variantOf()).isEmpty();
        assertThat(toy.operation("boxPicture").failure("box-missing")).contains(gone);
        assertThat(toy.operation("boxPicture").failure("box-gone")).isEmpty();
        assertThat(toy.operation("box").failure("box-missing")).contains(toy.failure("box-missing"));
        assertThat(toy.operation("boxCreate").failure("box-missing")).isEmpty();
    }

    @Test
    void readsTheExtraFieldsOfFailures() {
        assertThat(toy.failure("box-gone").extra()).isEqualTo(Map.of("result", false, "left", 0L, "state", "gone"));
        assertThat(toy.failure("box-missing").extra()).isEmpty();
    }

    @Test
    void readsSchemasWithTheirParentsFieldsFirst() {
        Schema record = toy.schema("BoxRecord");

        assertThat(record.properties())
                .extracting(Property::name)
                .containsExactly("label", "weight", "lid", "things", "id", "secret", "page", "notes", "shelf");
        assertThat(property(record, "secret").confidential()).isTrue();
        assertThat(property(record, "id").readOnly()).isTrue();
        assertThat(property(record, "notes").schema().open()).isTrue();
        assertThat(property(record, "lid").schema().standard()).isEqualTo(true);
        assertThat(property(record, "page").schema().hasFormat("own-url")).isTrue();
        assertThat(property(record, "things").schema().items()).isSameAs(toy.schema("Thing"));
    }

    @Test
    void readsTheFailureOfAProperty() {
        Property file = property(toy.schema("BoxPicture"), "file");

        assertThat(file.failures())
                .extracting(Failure::name)
                .containsExactly("picture-none", "picture-odd", "picture-heavy");
        assertThat(file.schema().allowed()).isEqualTo(List.of("image/png", "image/gif"));
        assertThat(property(toy.schema("BoxChange"), "lid").failures()).isEmpty();
        assertThat(toy.operation("boxes").query().getFirst().lenient()).isTrue();
    }

    @Test
    void failsForUnknownNames() {
        assertThatThrownBy(() -> toy.operation("crate")).hasMessage("The contract has no operation crate");
        assertThatThrownBy(() -> toy.schema("Crate")).hasMessage("The contract has no schema Crate");
        assertThatThrownBy(() -> toy.failure("crate")).hasMessage("The contract has no failure crate");
    }

    private static Property property(Schema schema, String name) {
        return schema.property(name).orElseThrow();
    }
}
