package io.greenroom.kernel.store;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.doc.Clock;
import java.util.List;

/**
 * What either engine needs to know to open a store. Immutable.
 *
 * @param contract where the documents' schemas are
 * @param tables every kind of document that is kept
 * @param clock the machine's time, for what is forgotten after a while
 */
public record StoreSetup(Contract contract, List<Table> tables, Clock clock) {
    public StoreSetup {
        tables = List.copyOf(tables);
    }
}
