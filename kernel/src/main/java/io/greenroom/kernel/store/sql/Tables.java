package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** All tables of a store. Immutable; threads may share it. */
public final class Tables {
    private final Map<String, StoredTable> byName = new LinkedHashMap<>();

    public Tables(StoreSetup setup, Dialect dialect) {
        for (Table table : setup.tables()) {
            StoredTable stored = new StoredTable(table, setup.contract().schema(table.schema()), dialect);
            if (byName.put(table.name(), stored) != null) {
                throw new ContractViolation("Two tables are named " + table.name());
            }
        }
    }

    Collection<StoredTable> all() {
        return byName.values();
    }

    StoredTable of(Table table) {
        StoredTable stored = byName.get(table.name());
        if (stored == null) {
            throw new ContractViolation("The store was opened without the table " + table.name());
        }
        return stored;
    }
}
