package io.greenroom.kernel.doc;

/**
 * A bug: something happened that the contract or the code rules out. The road answers 500 and logs it with its stack
 * trace; do not catch it elsewhere. The message names the operation, the field and the value.
 */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContractViolation(String message) {
        super(message);
    }

    public ContractViolation(String message, Throwable cause) {
        super(message, cause);
    }
}
