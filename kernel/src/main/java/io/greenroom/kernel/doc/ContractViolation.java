package io.greenroom.kernel.doc;

/**
 * Our own fault: something that the contract or the code rules out has happened. The road answers 500 and logs it
 * whole; nobody else catches it. The message names the operation, the field and the value.
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
