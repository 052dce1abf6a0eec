package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCompilerTest {

    @Test
    void packsAFolderSoThatNothingIsLost(@TempDir Path folder) throws IOException {
        Path packed = folder.resolve("deep/compiled.json");

        ContractCompiler.main(new String[] {Toy.folder("/toy").toString(), packed.toString()});

        try (InputStream in = Files.newInputStream(packed)) {
            Map<String, Object> read = Tree.json(in);
            assertThat(read).isEqualTo(ContractReader.trees(Toy.folder("/toy")));
            assertThat(OpenApiWriter.tree(ContractReader.read(read), "http://localhost"))
                    .isEqualTo(OpenApiWriter.tree(Toy.contract(), "http://localhost"));
        }
    }

    @Test
    void packsNothingThatIsFaulty(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "colour: red");
        Path packed = folder.resolve("compiled.json");

        assertThatThrownBy(() -> ContractCompiler.compile(folder, packed)).isInstanceOf(ContractFault.class);

        assertThat(packed).doesNotExist();
    }
}
