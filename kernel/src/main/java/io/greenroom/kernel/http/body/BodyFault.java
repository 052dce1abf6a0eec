package io.greenroom.kernel.http.body;

/** A request's body cannot be read, as a rule by the caller's fault. It has no stack trace. */
public final class BodyFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String part;
    private final long limit;

    /** What is wrong with a body. */
    public enum Reason {
        /** Its media type is not {@code multipart/form-data}. */
        NOT_MULTIPART,
        /** Its media type does not say what stands between the parts, or nothing usable. */
        NO_BOUNDARY,
        /** It does not follow the rules of its type. */
        MALFORMED,
        /** A file's name stands without quotation marks; refused only when asked to be strict. */
        FILE_NAME_NOT_QUOTED,
        /** It has too many parts. */
        TOO_MANY_PARTS,
        /** The texts of a form together are too large. */
        TEXT_TOO_LARGE,
        /** A file is too large. */
        FILE_TOO_LARGE,
        /** It is too large as a whole. */
        BODY_TOO_LARGE,
        /** All requests together hold so much that there is no memory for it; our fault more than the caller's. */
        NO_MEMORY
    }

    private BodyFault(Reason reason, String part, long limit) {
        super(part.isEmpty() ? reason.name() : reason + " in part " + part, null, false, false);
        this.reason = reason;
        this.part = part;
        this.limit = limit;
    }

    /** A fault that no number says more about. */
    static BodyFault of(Reason reason, String part) {
        return new BodyFault(reason, part, 0);
    }

    /** Something is larger or more than that. */
    static BodyFault beyond(Reason reason, String part, long limit) {
        return new BodyFault(reason, part, limit);
    }

    public Reason reason() {
        return reason;
    }

    /** The name of the part that is wrong; empty when it is the body as a whole. */
    public String part() {
        return part;
    }

    /** The limit that was passed, in bytes or parts; 0 when it is something else. */
    public long limit() {
        return limit;
    }
}
