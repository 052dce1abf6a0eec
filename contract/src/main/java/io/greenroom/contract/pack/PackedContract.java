package io.greenroom.contract.pack;

import io.greenroom.contract.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads the contract that the build has checked and packed. */
public final class PackedContract {
    private static final String BUNDLED = "/contract/contract.packed";

    private PackedContract() {}

    /** The contract of the public API and the control API, which the build packed into this library. */
    public static Contract bundled() {
        try (InputStream in = PackedContract.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException("The build packed no contract " + BUNDLED);
            }
            return ContractUnpacker.unpack(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
