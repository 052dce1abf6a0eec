package io.greenroom.kernel.http;

/** Nothing can listen there: the port is taken, or the address is not this machine's. The message says where. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotListen(String message) {
        super(message);
    }
}
