package io.greenroom.kernel.faults;

import io.greenroom.contract.Failure;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.AnswerBody;
import io.greenroom.kernel.http.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a rule does to a request. Immutable.
 *
 * @param name of its rule, for the answer and the history
 * @param rule a document of the schema {@code FaultEffect} or one that extends it
 */
public record Fault(String name, Doc rule) {
    /** The header of an answer that a fault has changed. */
    public static final String APPLIED = "X-Greenroom-Fault-Applied";

    private static final byte[] NOTHING = {};

    /** How long the request waits first. */
    Duration delay() {
        return Duration.ofMillis(rule.number("delay_ms", 0));
    }

    /** Whether the request has its effect, and only its answer is lost or replaced. */
    boolean isLate() {
        return rule.flag("done") || rule.has("damage");
    }

    /** The error that is answered; empty if the request goes on. */
    public Optional<Doc> error() {
        return rule.optionalDoc("answer");
    }

    /** The declared failure that is answered. */
    Optional<String> failure() {
        return error().flatMap(error -> error.optionalText("failure"));
    }

    /** The error as a failure that no contract declares. */
    static Failure undeclared(Doc error) {
        int status = (int) error.number("status", 500);
        return new Failure(
                "injected", status, (int) error.number("code", status), error.text("message", "Injected fault."));
    }

    static Map<String, String> headers(Doc error) {
        return error.docs("headers").stream()
                .collect(Collectors.toMap(header -> header.text("name"), header -> header.text("value"), (a, b) -> b));
    }

    /** The kind of damage to the connection, if the answer is not to arrive. */
    public Optional<AnswerBody.Broken> broken() {
        return rule.optionalText("connection").map(word -> switch (word) {
            case "silent" -> AnswerBody.Broken.SILENT;
            case "reset" -> AnswerBody.Broken.RESET;
            default -> AnswerBody.Broken.CUT;
        });
    }

    /** The answer as the fault leaves it. */
    public Answer damaged(Answer answer) {
        Answer spoiled = rule.optionalText("damage")
                .map(word -> switch (word) {
                    case "empty" -> copy(answer, NOTHING, true);
                    case "malformed" -> copy(answer, malformed(answer.bytes()), true);
                    default -> copy(answer, answer.bytes(), false).header("Content-Type", "text/html; charset=utf-8");
                })
                .orElse(answer);
        return broken().map(spoiled::broken).orElse(spoiled);
    }

    /** JSON that ends too early, or bytes that are none. */
    private static byte[] malformed(byte[] bytes) {
        return bytes.length > 1 ? Arrays.copyOf(bytes, bytes.length - 1) : "{".getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer copy(Answer answer, byte[] bytes, boolean typed) {
        Answer copy = Answer.raw(answer.status(), bytes);
        for (Header header : answer.headers()) {
            if (typed || !header.name().equalsIgnoreCase("Content-Type")) {
                copy.header(header);
            }
        }
        return copy;
    }
}
