package io.greenroom.contract.pack;

import io.greenroom.contract.Contract;
import io.greenroom.contract.read.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the contract's YAML files and packs the contract into the one file that the server reads at start. */
public final class ContractCompiler {

    private ContractCompiler() {}

    /**
     * The build step.
     *
     * @param args the folder of the YAML files, then the file to write
     */
    public static void main(String[] args) throws IOException {
        compile(Path.of(args[0]), Path.of(args[1]));
    }

    static void compile(Path folder, Path target) throws IOException {
        Contract contract = ContractReader.folder(folder);
        Files.createDirectories(target.toAbsolutePath().resolveSibling("."));
        Files.write(target, ContractPacker.pack(contract));
    }
}
