package io.greenroom.kernel.doc;

import io.greenroom.contract.Failure;
import io.greenroom.kernel.Call;
import java.util.List;
import java.util.Map;

/**
 * An error of the caller, with the API's message. Thrown by {@link Call#refuse} and by the road's steps; it rolls back
 * the unit that it is thrown in. It has no stack trace.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient List<FieldFault> faults;
    private final transient Map<String, String> headers;

    public Refusal(Failure failure, Map<String, String> values) {
        this(failure, values, List.of(), Map.of());
    }

    public Refusal(Failure failure, Map<String, String> values, List<FieldFault> faults, Map<String, String> headers) {
        super(failure.message(values), null, false, false);
        this.failure = failure;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    /**
     * An error in one field of a request.
     *
     * @param field dotted, with list positions in brackets: {@code user_info.email}, {@code members[3].id}
     * @param message in the API's words
     * @param failure the name of the declared failure for it, empty for a general fault
     */
    public record FieldFault(String field, String message, String failure) {}

    public Failure failure() {
        return failure;
    }

    /** The message with its placeholders filled. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The errors of single fields, for refused bodies and parameters. */
    public List<FieldFault> faults() {
        return faults;
    }

    /** Headers of the response, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }
}
