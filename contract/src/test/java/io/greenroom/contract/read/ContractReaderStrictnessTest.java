package io.greenroom.contract.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Toy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Contracts that the reader refuses. */
class ContractReaderStrictnessTest {
    private static final String TYPE_AND_LIMIT = "type: string, maxLength: 5";

    @Test
    void refusesAWordItDoesNotKnowWhereverItStands() {
        refuses("toy.yaml: unknown word colour", "colour: red");
        refuses("toy.yaml.schemas.Box: unknown word max", "schemas: {Box: {type: string, max: 5}}");
        refuses(
                "toy.yaml.schemas.Box.properties.lid: unknown word requierd",
                "schemas: {Box: {properties: {lid: {type: boolean, requierd: true}}}}");
        refuses("toy.yaml.failures.odd: unknown word text", "failures: {odd: {message: Odd., text: Odd.}}");
        refuses("toy.yaml.operations.box: unknown word scope", operation("scope: box"));
        refuses(
                "toy.yaml.operations.box.daily: unknown word hours",
                operation("daily: {limit: 1, by: account, failure: odd, hours: 2}"),
                "failures: {odd: {message: Odd.}}");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThatThrownBy(() -> Toy.of("group: Toy", "group: Box")).hasMessageContaining("uplicate");
    }

    @Test
    void refusesReferencesToNothing() {
        refuses("there is no schema Box", operation("body: {schema: Box}"));
        refuses("there is no schema Lid", "schemas: {Box: {properties: {lid: {schema: Lid}}}}");
        refuses("there is no schema Lid", "schemas: {Box: {extends: [Lid]}}");
        refuses("there is no failure odd", operation("failures: [odd]"));
        refuses("there is no failure odd", operation("unscoped: odd"));
        refuses("there is no failure odd", operation("privilege: {area: Box, failure: odd}"));
        refuses("there is no failure no-permission", operation("scopes: ['box:admin'], privilege: Box"));
        refuses("there is no failure odd", "schemas: {Box: {properties: {lid: {type: boolean, invalid: odd}}}}");
        refuses("there is no failure odd", "features: {boxes: {title: Boxes, failure: odd}}");
        refuses("there is no failure odd", "accountPrefix: {path: '/boxes/{boxId}', scopes: master, failure: odd}");
        refuses("there is no feature boxes", operation("needs: boxes"));
        refuses(
                "nothing describes the path's boxId",
                "group: Toy",
                "operations: {box: {summary: Get a box., route: 'GET /boxes/{boxId}', returns: {204: nothing}}}");
    }

    @Test
    void refusesVariantsOfFailuresThatAreNotGeneral() {
        refuses("toy.yaml.failures.odd: there is no failure even", "failures: {odd: {message: Odd., for: even}}");
        refuses(
                "toy.yaml.failures.odder: odd is itself a variant of even",
                "failures:",
                "  even: {message: Even.}",
                "  odd: {message: Odd., for: even}",
                "  odder: {message: Odder., for: odd}");
        refuses("odd is itself a variant of odd", "failures: {odd: {message: Odd., for: odd}}");
        refuses(
                "odd is a variant, which only an operation can declare",
                "failures: {even: {message: Even.}, odd: {message: Odd., for: even, everywhere: true}}");
    }

    @Test
    void refusesTwoFailuresOfOneOperationWithTheSameStatusAndCode() {
        String failures = "failures: {even: {message: Even.}, odd: {message: Odd., for: even}, "
                + "odder: {message: Odder., for: even}}";

        refuses("declares both even and odd for even", operation("failures: [even, odd]"), failures);
        refuses("declares both odd and odder for even", operation("failures: [odd, odder]"), failures);
        refuses("declares both odd and odd for even", operation("failures: [odd, odd]"), failures);
    }

    @Test
    void refusesExtraFieldsThatAFailureCannotCarry() {
        refuses("extra: code is a field of every failure", "failures: {odd: {message: Odd., extra: {code: 5}}}");
        refuses(
                "extra: status must be a text, a whole number, true or false",
                "failures: {odd: {message: Odd., extra: {status: [1]}}}");
        refuses("toy.yaml.failures.odd.extra: must be a map", "failures: {odd: {message: Odd., extra: true}}");
    }

    @Test
    void refusesASchemaThatHoldsItself() {
        refuses("schema Box holds itself", "schemas: {Box: {properties: {inner: {schema: Box}}}}");
        refuses(
                "schema Box holds itself",
                "schemas:",
                "  Box: {properties: {lid: {schema: Lid}}}",
                "  Lid: {properties: {boxes: {type: array, items: {schema: Box}}}}");
        refuses("schema Box holds itself", "schemas: {Box: {extends: [Box]}}");
    }

    @Test
    void refusesValuesOfTheWrongKind() {
        refuses("toy.yaml.schemas.Box: has no type crate", "schemas: {Box: {type: crate}}");
        refuses("toy.yaml.schemas.Box: has no type", "schemas: {Box: {maxLength: 5}}");
        refuses("toy.yaml.schemas.Box: lacks items", "schemas: {Box: {type: array}}");
        refuses("maxLength must be a whole number", "schemas: {Box: {type: string, maxLength: many}}");
        refuses("required must be true or false", property(TYPE_AND_LIMIT + ", required: perhaps"));
        refuses("enum must be a list", property(TYPE_AND_LIMIT + ", enum: red"));
        refuses("pattern Unclosed character class", property(TYPE_AND_LIMIT + ", pattern: '[0-9'"));
        refuses("schemas: must be a map", "schemas: [Box]");
        refuses("does not know the label feather", operation("label: feather"));
        refuses("does not know robot", operation("callers: [robot]"));
    }

    @Test
    void refusesIncompleteOperations() {
        refuses(
                "toy.yaml.operations.box: lacks summary",
                "group: Toy",
                "operations: {box: {route: GET /box, returns: {204: nothing}}}");
        refuses(
                "route must be a method and a path",
                "group: Toy",
                "operations: {box: {summary: Get a box., route: /box}}");
        refuses(
                "toy.yaml.operations.box: lacks returns",
                "group: Toy",
                "operations: {box: {summary: Get a box., route: GET /box}}");
    }

    @Test
    void refusesEventsThatAreNotDeclared() {
        refuses("there is no event box.created", operation("events: [box.created]"));
        refuses(
                "the origin of box.burnt is no operation",
                operation("events: [box.burnt]"),
                event("box.burnt", "origin: [job]"));
    }

    @Test
    void refusesEventsThatAreDeclaredOddly() {
        refuses("toy.yaml.events.box.burnt: lacks origin", event("box.burnt", "object: Box"));
        refuses("lacks summary", "events: {box.burnt: {origin: [job]}}");
        refuses("does not know fire", event("box.burnt", "origin: [fire]"));
        refuses("there is no schema Lid", event("box.burnt", "origin: [job], object: Lid"));
        refuses("there is no schema Lid", event("box.burnt", "origin: [job], object: Box, old: Lid"));
        refuses("unknown word colour", event("box.burnt", "origin: [job], colour: red"));
        refuses(
                "operator must be true, false or optional",
                event("box.burnt", "origin: [job], object: Box, operator: often"));
        refuses("has no object, so all its fields", event("box.burnt", "origin: [job], operator: true"));
        refuses(
                "envelope names boxes, which is no field",
                event("box.burnt", "origin: [job], envelope: [event, payload, boxes]"));
        refuses("envelope lacks payload", event("box.burnt", "origin: [job], envelope: [event]"));
    }

    @Test
    void refusesInvalidRanges() {
        String failure = "failures: {validation: {message: Odd.}}";
        refuses("there is no failure odd", operation("range: {max: P1M, failure: odd}"));
        refuses("there is no failure odd", operation("range: {max: P1M, back: P1Y, old: odd}"), failure);
        refuses("toy.yaml.operations.box.range: lacks max", operation("range: {default: P1D}"), failure);
        refuses("max is no period: month", operation("range: {max: month}"), failure);
        refuses("has a default that is longer than max", operation("range: {max: P1M, default: P1Y}"), failure);
        refuses("has no back for old to refuse", operation("range: {max: P1M, old: validation}"), failure);
        refuses("does not know the type day", operation("range: {max: P1M, type: day}"), failure);
        refuses("does not know the parameter until", operation("range: {max: P1M, required: [until]}"), failure);
        refuses(
                "has a default for a parameter that is required",
                operation("range: {max: P1M, default: P1D, required: [from]}"),
                failure);
        refuses("unknown word most", operation("range: {max: P1M, most: P1D}"), failure);
        refuses(
                "has the parameter to in its range already",
                operation("range: {max: P1M}, query: {to: {type: integer}}"),
                failure);
    }

    @Test
    void refusesToPageAnObject() {
        String list = "schemas: {Box: {properties: {lids: {type: array, items: {type: string}}, lid: {type: string}}}}";
        String start = "group: Toy\noperations: {box: {summary: Get a box., route: GET /box, ";
        refuses("answers no list of objects", start + "returns: {200: Box}, paging: {items: lid}}}", list);
        refuses("answers no list of objects", start + "returns: {200: Box}, paging: {items: lids}}}", list);
        refuses("answers no list of objects", start + "returns: {200: Box}, paging: {items: lid.lids}}}", list);
        refuses("answers no list of objects", start + "returns: {204: nothing}, paging: {items: lids}}}");
        refuses(
                "answers no list of objects",
                start + "returns: {200: Lids}}}",
                "schemas: {Lids: {type: array, items: {type: string}}}");
    }

    @Test
    void refusesToInheritAnUnknownSetting() {
        String settings = "settings: BoxSettings";
        String schemas = "schemas: {BoxSettings: {properties: {in: {properties: {lid: {type: string, enum: [a, b]}}}}},"
                + " Box: {properties: {lid: {type: string, enum: [a], inherits: %s}}}}";
        refuses("there is no setting in.lid", schemas.formatted("in.lid"));
        refuses("there is no setting in.lids", settings, schemas.formatted("in.lids"));
        refuses("there is no setting lid", settings, schemas.formatted("lid"));
        refuses("cannot take every value of the setting in.lid", settings, schemas.formatted("in.lid"));
        refuses("cannot take every value of the setting in", settings, schemas.formatted("in"));
        refuses("there is no schema Lids", "settings: Lids");
        refuses(
                "has a default beside what it inherits",
                settings,
                schemas.formatted("in.lid").replace("enum: [a],", "enum: [a, b], default: a,"));
        Map<String, Object> files =
                new TreeMap<>(Map.of("one.yaml", Map.of("settings", "Box"), "two.yaml", Map.of("settings", "Box")));
        assertThatThrownBy(() -> ContractReader.read(files))
                .hasMessageContaining("two.yaml: settings is defined twice");
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThatThrownBy(() -> Toy.of(
                        "colour: red",
                        "schemas: {Box: {properties: {lid: {schema: Lid}, weight: {type: stone}}}}",
                        "failures: {odd: {code: 1}}"))
                .isInstanceOf(ContractFault.class)
                .hasMessageStartingWith("4 faults in the contract:")
                .hasMessageContaining("unknown word colour")
                .hasMessageContaining("there is no schema Lid")
                .hasMessageContaining("has no type stone")
                .hasMessageContaining("toy.yaml.failures.odd: lacks message");
    }

    private static String operation(String more) {
        return "group: Toy\noperations: {box: {summary: Get a box., route: GET /box, returns: {204: nothing}, " + more
                + "}}";
    }

    private static String event(String name, String words) {
        return "events: {" + name + ": {summary: A box was burnt., " + words + "}}\nschemas: {Box: {type: string}}";
    }

    private static String property(String words) {
        return "schemas: {Box: {properties: {lid: {" + words + "}}}}";
    }

    private static void refuses(String fault, String... lines) {
        assertThatThrownBy(() -> Toy.of(lines))
                .isInstanceOf(ContractFault.class)
                .hasMessageContaining(fault);
    }
}
