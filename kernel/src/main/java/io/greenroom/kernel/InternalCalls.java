package io.greenroom.kernel;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Event;
import io.greenroom.contract.EventOrigin;
import io.greenroom.contract.Label;
import io.greenroom.contract.LogCategory;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Route;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Cursor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates the input of calls without a request. */
final class InternalCalls {
    private static final Doc EMPTY = new Doc(Schema.object(List.of())).freeze();

    private InternalCalls() {}

    /** Replaces the operation: it may announce every event of that origin. */
    static Operation operation(Contract contract, EventOrigin origin) {
        List<String> events = contract.events().values().stream()
                .filter(event -> event.origins().contains(origin))
                .map(Event::name)
                .toList();
        return new Operation(
                "internal-" + origin.word(),
                "",
                "What no request asks for.",
                new Route("POST", "/"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Label.LIGHT,
                "standard",
                Optional.empty(),
                EnumSet.noneOf(CallerKind.class),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(204, Optional.empty()),
                List.of(),
                events,
                List.of(),
                LogCategory.ACCOUNT,
                Optional.empty(),
                Optional.empty());
    }

    /** No caller and no parameters. */
    static Call.Input input(Doc account, String origin) {
        return input(new Caller(account.id(), "", "", CallerKind.SERVER, Set.of()), account, Map.of(), EMPTY, origin);
    }

    static Call.Input input(Caller caller, Doc account, Map<String, String> path, Doc body, String origin) {
        return new Call.Input(
                caller,
                account,
                path,
                EMPTY,
                body,
                Map.of(),
                Optional.empty(),
                new PageRequest(1, 30, Cursor.START),
                origin);
    }
}
