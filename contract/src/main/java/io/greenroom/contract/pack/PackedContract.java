package io.greenroom.contract.pack;

import io.greenroom.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads contracts that a build has checked and packed. */
public final class PackedContract {
    private PackedContract() {}

    /** The contract of the public API, which the build packed into this library. */
    public static Contract bundled() {
        return read("/contract/contract.packed");
    }

    /** A packed contract from the class path. */
    public static Contract read(String resource) {
        try (InputStream in = PackedContract.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The build packed no contract " + resource);
            }
            return ContractUnpacker.unpack(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
