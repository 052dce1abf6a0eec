package io.greenroom.kernel.http;

import io.greenroom.kernel.http.file.FileContent;

/** How the body of an answer is sent. */
public sealed interface AnswerBody {

    /** The bytes of the answer, as they are. */
    enum Bytes implements AnswerBody {
        BYTES
    }

    /** A file, whole or in ranges, or only its head, as the request's conditions and ranges demand. */
    record File(FileContent content) implements AnswerBody {}

    /** A body that is written while it is sent. */
    record Stream(StreamedBody writer) implements AnswerBody {}

    /** No body: the connection goes on as a WebSocket. */
    record WebSocket(WebSocketUpgrade upgrade) implements AnswerBody {}
}
