package io.greenroom.kernel.http;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A request as it arrived. Used by the thread that serves it. */
public interface Request {

    /** In upper case. HEAD appears as GET: the server sends the same answer without its body. */
    String method();

    /** The path as it was sent, still encoded, beginning with {@code /}, doubled slashes kept. */
    String rawPath();

    /** The query as it was sent, without the question mark, still encoded; empty when there is none. */
    String rawQuery();

    /** The host that the request came to, and its port where one was named. It can stand in a URL as it is. */
    String host();

    /** The first value of a header, whatever its case. */
    Optional<String> header(String name);

    /** All values of a header. */
    List<String> headers(String name);

    /** The body as it comes in; at its end at once when there is none. */
    InputStream body();

    /**
     * Takes so much memory for this request until it is answered; false when all requests together have no more, and
     * this one has to be refused.
     */
    boolean hold(long bytes);

    /** Says that the caller has proven who it is, and may use the memory that is kept for such callers. */
    void identified();

    /**
     * Where the request comes from, as an address without a port: the peer of its connection, or the client that a
     * trusted proxy names ({@link TrustedProxies#before}).
     */
    String remoteAddress();

    /** Whether the request comes from this machine and through no trusted proxy. */
    boolean fromLoopback();
}
