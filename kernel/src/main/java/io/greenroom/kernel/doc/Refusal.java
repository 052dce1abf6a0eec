package io.greenroom.kernel.doc;

import io.greenroom.contract.Failure;
import io.greenroom.kernel.Call;
import java.util.List;
import java.util.Map;

/**
 * The caller's fault, in the API's words. Thrown by {@link Call#refuse} and by the road's steps; it undoes the unit it
 * is thrown in. It has no stack trace.
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
     * One thing wrong with one field of a request.
     *
     * @param field dotted, with list positions in brackets: {@code user_info.email}, {@code members[3].id}
     * @param message in the API's words
     * @param failure the name of the declared failure it stands for, empty for a general fault
     */
    public record FieldFault(String field, String message, String failure) {}

    public Failure failure() {
        return failure;
    }

    /** The message with its placeholders filled. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The faults of single fields, for refused bodies and parameters. */
    public List<FieldFault> faults() {
        return faults;
    }

    /** Headers that the answer carries, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return headers;
    }
}
