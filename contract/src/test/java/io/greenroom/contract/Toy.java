package io.greenroom.contract;

import io.greenroom.contract.read.ContractReader;
import io.greenroom.contract.read.Tree;
import java.io.ByteArrayInputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The small contract of the test resources, and contracts written in a test. */
public final class Toy {
    private Toy() {}

    public static Contract contract() {
        return ContractReader.folder(folder("/toy"));
    }

    public static Path folder(String resource) {
        URL folder = Objects.requireNonNull(Toy.class.getResource(resource));
        try {
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The contract of one file with these lines. */
    public static Contract of(String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return ContractReader.read(Map.of("toy.yaml", Tree.yaml(new ByteArrayInputStream(bytes))));
    }
}
