package io.greenroom.kernel.http;

import java.io.IOException;

/** The client of a streamed answer closed the connection, or read too slowly and was cut off. */
public final class ClientGone extends IOException {
    private static final long serialVersionUID = 1L;

    public ClientGone(Throwable cause) {
        super("The client of a streamed answer is gone", cause);
    }
}
