package io.greenroom.kernel.store.sql;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tables of a store. Immutable; threads may share it. */
public final class Tables {
    private final Map<String, StoredTable> byName = new LinkedHashMap<>();
    private final Map<String, List<Dependent>> byKind = new HashMap<>();

    /**
     * A table whose rows are deleted with those of another.
     *
     * @param rows the table
     * @param delete {@link StoredTable#deleteSome} for the column that holds the other row's key
     */
    record Dependent(StoredTable rows, String delete) {}

    public Tables(StoreSetup setup, Dialect dialect) {
        for (Table table : setup.tables()) {
            StoredTable stored = new StoredTable(table, setup.contract().schema(table.schema()), dialect);
            if (byName.put(table.name(), stored) != null) {
                throw new ContractViolation("Two tables are named " + table.name());
            }
            table.kind()
                    .filter(kind -> byKind.put(kind, new ArrayList<>()) != null)
                    .ifPresent(kind -> {
                        throw new ContractViolation("Two tables are of the kind " + kind);
                    });
        }
        byName.values().forEach(this::findOwners);
    }

    private void findOwners(StoredTable rows) {
        for (Table.Owner owner : rows.table().owners()) {
            rows.known(owner.column());
            dependents(owner.kind()).add(new Dependent(rows, rows.deleteSome(owner.column())));
        }
    }

    /** The tables whose rows are deleted with a document of a kind. */
    List<Dependent> dependents(String kind) {
        List<Dependent> dependents = byKind.get(kind);
        if (dependents == null) {
            throw new ContractViolation("No table is of the kind " + kind);
        }
        return dependents;
    }

    Collection<StoredTable> all() {
        return byName.values();
    }

    StoredTable of(Table table) {
        StoredTable stored = byName.get(table.name());
        if (stored == null) {
            throw new ContractViolation(table.name() + " is not among the tables() of any group");
        }
        return stored;
    }
}
