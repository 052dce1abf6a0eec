package io.greenroom.kernel.outbound;

/** What became of a request. */
public sealed interface Outcome {

    /** The answer as text, or what failed. */
    String describe();

    /**
     * The target answered.
     *
     * @param status of the answer
     * @param head the status line and the headers
     * @param body what was read of the body
     */
    @SuppressWarnings("ArrayRecordComponent") // answers are never compared
    record Answered(int status, String head, byte[] body) implements Outcome {
        @Override
        public String describe() {
            return Integer.toString(status);
        }
    }

    /**
     * There is no answer.
     *
     * @param kind of failure
     * @param reason in words
     */
    record Failed(Kind kind, String reason) implements Outcome {
        @Override
        public String describe() {
            return reason;
        }
    }

    /** Kinds of failures. */
    enum Kind {
        /** The guard refused the address. */
        REFUSED,
        /** The target cannot be reached, or the connection broke. */
        UNREACHABLE,
        /** The target took too long. */
        TIMEOUT
    }
}
