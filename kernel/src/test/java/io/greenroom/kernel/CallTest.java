package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.store.KernelTables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Doc NOTHING = new Doc(Schema.anyObject()).freeze();

    @Test
    void knowsWhichOfSomeFailuresItsOperationDeclares() {
        try (Workshop workshop = new Workshop(bindings -> {})) {
            workshop.store.write(Workshop.HERE, unit -> {
                Doc account = unit.find(KernelTables.ACCOUNTS, Workshop.HERE).orElseThrow();
                Caller caller = new Caller(Workshop.HERE, "reader", "app", CallerKind.SERVER, Set.of());
                Call call = new Call(
                        workshop.scope,
                        workshop.contract.operation("getBook"),
                        new Call.Input(
                                caller,
                                account,
                                Map.of(),
                                NOTHING,
                                NOTHING,
                                Map.of(),
                                Optional.empty(),
                                new PageRequest(1, 30, 0),
                                ""),
                        unit,
                        Bindings.DONE);

                assertThat(call.firstDeclared(List.of("reader-missing", "book-missing")))
                        .contains("book-missing");
                assertThat(call.firstDeclared(List.of("reader-missing"))).isEmpty();
                return unit;
            });
        }
    }
}
