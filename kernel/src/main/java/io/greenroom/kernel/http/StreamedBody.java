package io.greenroom.kernel.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of an answer while it is sent, so that a body of any length takes a constant amount of memory. */
@FunctionalInterface
public interface StreamedBody {

    /**
     * Writes the whole body. The server calls it once, on the thread of the request and after the handler has returned,
     * so that the handler's transaction is over; for HEAD it does not call it at all. Each write waits until the client
     * has taken what was written before. {@link OutputStream#flush} sends at once what is buffered.
     *
     * <p>If it fails before anything was sent, the client receives a 500; later, a body that is cut off.
     *
     * @throws ClientGone by the output, when the client closed the connection or reads too slowly; pass it on
     */
    void writeTo(OutputStream out) throws IOException;
}
