package io.greenroom.contract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Checks the contract's YAML files and packs them into the one JSON file that the server reads at its start. */
public final class ContractCompiler {

    private ContractCompiler() {}

    /** The build step: the folder of the YAML files, then the file to write. */
    public static void main(String[] args) throws IOException {
        compile(Path.of(args[0]), Path.of(args[1]));
    }

    static void compile(Path folder, Path target) throws IOException {
        Map<String, Object> trees = ContractReader.trees(folder);
        ContractReader.read(trees);
        Files.createDirectories(target.toAbsolutePath().resolveSibling("."));
        try (OutputStream out = Files.newOutputStream(target)) {
            Tree.write(trees, out);
        }
    }
}
