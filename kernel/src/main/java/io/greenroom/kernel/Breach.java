package io.greenroom.kernel;

/**
 * Our own fault: something that the contract or the code rules out has happened. The road answers 500 and logs it
 * whole; nobody else catches it. The message names the operation, the field and the value.
 */
public final class Breach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Breach(String message) {
        super(message);
    }

    public Breach(String message, Throwable cause) {
        super(message, cause);
    }
}
