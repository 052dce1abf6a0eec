package io.greenroom.kernel.http;

/**
 * Decides what comes in front of paths of this server when they are sent: the configured public URL, else the address
 * that the request was sent to, or the address that the server listens at where there is no request. Threads may share
 * it.
 */
public final class Origins {
    private final String publicUrl;
    private volatile String address = "";

    /**
     * Origins of a server that does not listen yet.
     *
     * @param publicUrl without a trailing slash, empty when none is configured
     */
    public Origins(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Sets the address of the server, such as {@code http://127.0.0.1:4733}, once it listens. */
    public void listensAt(String bound) {
        address = bound;
    }

    /** The origin for the answer to a request. */
    public String of(Request request) {
        return publicUrl.isEmpty() ? "http://" + request.host() : publicUrl;
    }

    /** The origin for due jobs, the control API and other calls without a request; empty before the server listens. */
    public String withoutRequest() {
        return publicUrl.isEmpty() ? address : publicUrl;
    }
}
