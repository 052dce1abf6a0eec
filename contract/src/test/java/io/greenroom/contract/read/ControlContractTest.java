package io.greenroom.contract.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Group;
import io.greenroom.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control API in a contract's folder. */
class ControlContractTest {
    private static final String OPERATIONS =
            """
            group: Toy
            operations:
              controlBox:
                summary: Get a box.
                route: GET /boxes
                returns: {200: Box}
                failures: [box-missing, box-hidden]
            """;
    private static final String FAILURES =
            """
            failures:
              box-hidden: {status: 403, code: 403, message: No box for you.}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeThePublicApi() throws IOException {
        Files.createDirectory(folder.resolve("control"));
        Files.writeString(
                folder.resolve("toy.yaml"),
                """
                group: Toy
                summary: Boxes that hold things.
                operations:
                  box:
                    summary: Get a box.
                    route: GET /box
                    returns: {200: Box}
                schemas:
                  Box: {properties: {lid: {type: string, maxLength: 5}}}
                failures:
                  box-missing: {status: 404, code: 404, message: No box.}
                """);
    }

    private Contract with(String control) throws IOException {
        Files.writeString(folder.resolve("control/toy.yaml"), control);
        return ContractReader.folder(folder);
    }

    private void refuses(String control, String fault) {
        assertThatExceptionOfType(ContractFault.class)
                .isThrownBy(() -> with(control))
                .withMessageContaining(fault);
    }

    @Test
    void keepsControlOperationsOutOfThePublicApi() throws IOException {
        Contract contract = with(OPERATIONS + FAILURES);

        assertThat(contract.operations()).containsOnlyKeys("box");
        assertThat(contract.failures()).containsOnlyKeys("box-missing");
        assertThat(contract.control().orElseThrow().operations()).containsOnlyKeys("controlBox");
        assertThat(contract.control().orElseThrow().failures()).containsOnlyKeys("box-hidden");
    }

    @Test
    void namesSchemasFailuresAndGroupsOfThePublicApi() throws IOException {
        Contract contract = with(OPERATIONS + FAILURES);

        Operation operation = contract.controlApi().operation("controlBox");
        assertThat(operation.answer()).contains(contract.schema("Box"));
        assertThat(operation.failures()).extracting(Failure::name).containsExactly("box-missing", "box-hidden");
        assertThat(contract.controlApi().schema("Box")).isSameAs(contract.schema("Box"));
        assertThat(contract.controlApi().groups())
                .containsExactly(new Group("Toy", "Boxes that hold things.", Group.FAULT));
    }

    @Test
    void refusesNamesOfThePublicApi() {
        refuses("schemas:\n  Box: {properties: {}}\n", "toy.yaml.schemas.Box: is defined twice");
        refuses("failures:\n  box-missing: {message: None.}\n", "toy.yaml.failures.box-missing: is defined twice");
        refuses(OPERATIONS.replace("controlBox", "box") + FAILURES, "toy.yaml.operations.box: is defined twice");
    }

    @Test
    void refusesNamesThatNeitherDefines() {
        refuses(OPERATIONS, "there is no failure box-hidden");
    }

    @Test
    void isEmptyWithoutControlOperations() throws IOException {
        Files.delete(folder.resolve("control"));
        Contract contract = ContractReader.folder(folder);

        assertThat(contract.control()).isEmpty();
        assertThat(contract.controlApi().operations()).isEmpty();
    }
}
