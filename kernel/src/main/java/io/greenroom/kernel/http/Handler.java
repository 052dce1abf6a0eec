package io.greenroom.kernel.http;

/** Answers requests. Many threads call it at once. */
@FunctionalInterface
public interface Handler {

    /** Answers a request; it may block. It throws nothing. */
    Answer handle(Request request);
}
