package io.greenroom.kernel.http.server;

/**
 * What a request asks of the form of its answer.
 *
 * @param old whether the client speaks HTTP/1.0, which knows no chunks
 * @param withoutBody whether the request was HEAD, which receives the head only
 * @param keepAlive whether the connection will be used again
 */
record Terms(boolean old, boolean withoutBody, boolean keepAlive) {
    /** The answer to a request that could not be read. */
    static final Terms OF_UNREAD = new Terms(false, false, false);

    /** An answer after which the connection is closed. */
    static Terms last(RequestHead head) {
        return new Terms(head.isOld(), head.isHead(), false);
    }
}
