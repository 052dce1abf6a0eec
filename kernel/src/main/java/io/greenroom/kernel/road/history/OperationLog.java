package io.greenroom.kernel.road.history;

import io.greenroom.contract.Operation;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.KernelTables;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records who changed what, in the unit of the change, for the report "Operation logs". An entry's details are the
 * operation's summary and the ids in the request and the result; no content, which may be secret.
 */
public final class OperationLog {
    private static final int LONGEST_DETAIL = 1024;

    private OperationLog() {}

    /**
     * Adds an entry for a completed change.
     *
     * @param named the values of the path
     * @param result of the operation
     */
    public static void add(Call call, Collection<String> named, Object result) {
        Operation operation = call.operation();
        Doc entry = call.blank(KernelTables.OPERATION_LOGS)
                .put("id", call.ids().next())
                .put("time", call.second())
                .put("operator", call.operator().orElse(""))
                .put("category_type", operation.log().text())
                .put("action", action(operation))
                .put("operation_detail", detail(operation, named, result));
        call.store().append(KernelTables.OPERATION_LOGS, entry);
    }

    private static String action(Operation operation) {
        return switch (operation.route().method()) {
            case "POST" -> "Add";
            case "DELETE" -> "Delete";
            default -> "Update";
        };
    }

    private static String detail(Operation operation, Collection<String> named, Object result) {
        String summary = operation.summary().substring(0, operation.summary().length() - 1);
        String things = Stream.concat(named.stream(), created(result)).collect(Collectors.joining(", "));
        String detail = things.isEmpty() ? summary : summary + ": " + things;
        return Texts.cut(detail, LONGEST_DETAIL);
    }

    private static Stream<String> created(Object result) {
        return result instanceof Doc answer && answer.mayHold("id") && answer.has("id")
                ? Stream.of(String.valueOf(answer.get("id")))
                : Stream.empty();
    }
}
