package io.greenroom.contract.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Schema;
import io.greenroom.contract.Toy;
import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.contract.read.ContractFault;
import io.greenroom.contract.read.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCompilerTest {

    @Test
    void packsAFolderSoThatNothingIsLost(@TempDir Path folder) throws IOException {
        Path packed = folder.resolve("deep/contract.packed");

        ContractCompiler.main(new String[] {Toy.folder("/toy").toString(), packed.toString()});

        Contract unpacked = ContractUnpacker.unpack(Files.readAllBytes(packed));
        assertThat(unpacked)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> one.pattern().equals(other.pattern()), Pattern.class)
                .ignoringCollectionOrderInFields("callers")
                .isEqualTo(Toy.contract());
        assertThat(OpenApiWriter.tree(unpacked, "http://localhost"))
                .isEqualTo(OpenApiWriter.tree(Toy.contract(), "http://localhost"));
    }

    @Test
    void packsTheWholeContractSoThatNothingIsLost() {
        Contract contract = ContractReader.folder(Path.of("src/main/resources/contract"));
        byte[] packed = ContractPacker.pack(contract);
        Contract unpacked = ContractUnpacker.unpack(packed);
        assertThat(ContractPacker.pack(unpacked)).isEqualTo(packed);
        assertThat(unpacked.operations().keySet())
                .isEqualTo(contract.operations().keySet());
        assertThat(unpacked.scopes()).isEqualTo(contract.scopes());
    }

    @Test
    void packsEqualPartsOnce() {
        Contract contract = ContractUnpacker.unpack(ContractPacker.pack(Toy.of(
                "schemas:",
                "  Box: {properties: {lid: {type: string, maxLength: 5}, label: {type: string, maxLength: 5}}}")));
        Schema box = contract.schema("Box");
        assertThat(box.property("lid").orElseThrow().schema())
                .isSameAs(box.property("label").orElseThrow().schema());
    }

    @Test
    void packsNothingThatIsFaulty(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "colour: red");
        Path packed = folder.resolve("contract.packed");

        assertThatThrownBy(() -> ContractCompiler.compile(folder, packed)).isInstanceOf(ContractFault.class);

        assertThat(packed).doesNotExist();
    }
}
