package io.greenroom.contract.openapi;

import io.greenroom.contract.Operation;
import io.greenroom.contract.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes the Markdown description of an operation: who may call it, its rate limit, and the events that it announces.
 */
final class OperationText {
    static final String NOT_BUILT = "**Not built yet:** answers 501.  \n";

    private OperationText() {}

    static String of(Operation operation) {
        List<String> lines = new ArrayList<>();
        lines.add("**Scopes:** " + (operation.scopes().isEmpty() ? "none" : codes(operation.scopes(), " or ")));
        lines.add("**Apps:** "
                + operation.callers().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        lines.add("**Rate limit label:** " + label(operation));
        operation
                .needs()
                .ifPresent(need -> lines.add("**Needs:** " + need.feature().title()));
        if (!operation.events().isEmpty()) {
            lines.add("**Events:** " + codes(operation.events(), ", "));
        }
        return String.join("  \n", lines);
    }

    private static String label(Operation operation) {
        String table = operation.limits().equals("standard") ? "" : " of the table for " + operation.limits();
        return operation.label().wireName()
                + table
                + operation.quotas().stream().map(OperationText::quota).collect(Collectors.joining());
    }

    private static String quota(Quota quota) {
        String window = quota.daily() ? "a day" : "in " + quota.window().toMinutes() + " minutes";
        return "; at most " + quota.limit() + " " + window + " by " + quota.by();
    }

    private static String codes(List<String> words, String between) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(between));
    }
}
