package io.greenroom.kernel.store;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.doc.Clock;
import java.util.List;

/**
 * What every engine needs to open a store. Immutable.
 *
 * @param contract with the documents' schemas
 * @param tables of the store
 * @param clock the system's time, for data that expires
 */
public record StoreSetup(Contract contract, List<Table> tables, Clock clock) {
    public StoreSetup {
        tables = List.copyOf(tables);
    }
}
