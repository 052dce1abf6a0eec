package io.greenroom.contract;

import java.io.ByteArrayInputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The small contract of the test resources, and contracts written in a test. */
final class Toy {
    private Toy() {}

    static Contract contract() {
        return ContractReader.folder(folder("/toy"));
    }

    static Path folder(String resource) {
        URL folder = Objects.requireNonNull(Toy.class.getResource(resource));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The contract of one file with these lines. */
    static Contract of(String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return ContractReader.read(Map.of("toy.yaml", Tree.yaml(new ByteArrayInputStream(bytes))));
    }
}
