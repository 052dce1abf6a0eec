package io.greenroom.contract.read;

import java.util.List;

/** The contract's files are inconsistent; the message lists every fault with its place. */
public final class ContractFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ContractFault(List<String> faults) {
        super(faults.size() + " faults in the contract:\n  " + String.join("\n  ", faults));
    }
}
