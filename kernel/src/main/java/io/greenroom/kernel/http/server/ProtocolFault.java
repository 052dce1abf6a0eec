package io.greenroom.kernel.http.server;

/** What a client sent is not HTTP as it is served here; the connection is closed after an answer with that status. */
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
