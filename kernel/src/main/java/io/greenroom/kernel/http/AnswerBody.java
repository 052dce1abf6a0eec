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

    /** The answer does not arrive, or not whole, and the connection ends with it: a fault that was asked for. */
    enum Broken implements AnswerBody {
        /** Nothing is sent until the client goes, or has waited as long as a connection may be idle. */
        SILENT,
        /** The connection is reset before the answer. */
        RESET,
        /** The connection is closed in the middle of the body. */
        CUT
    }

    /** No body: the connection goes on as a WebSocket. */
    record WebSocket(WebSocketUpgrade upgrade) implements AnswerBody {}
}
