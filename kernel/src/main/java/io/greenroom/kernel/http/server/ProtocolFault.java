package io.greenroom.kernel.http.server;

/** A client has sent malformed HTTP. The server answers with a status and closes the connection. */
final class ProtocolFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    ProtocolFault(int status) {
        super("A request that is answered with " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
