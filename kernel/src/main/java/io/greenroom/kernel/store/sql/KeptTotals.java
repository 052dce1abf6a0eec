package io.greenroom.kernel.store.sql;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The counts and sums that are kept of a table, and what each row adds to them. Immutable; threads may share it.
 */
final class KeptTotals {
    private static final String SUM = "sum_of_";

    private final Table table;
    private final List<String> grouping;
    private final List<String> summed;

    KeptTotals(Table table, Schema schema) {
        this.table = table;
        this.grouping = Stream.concat(
                        table.totals().stream().flatMap(List::stream),
                        table.sums().stream().flatMap(sum -> sum.by().stream()))
                .distinct()
                .toList();
        this.summed = table.sums().stream().map(Table.Sum::column).distinct().toList();
        columns().filter(column -> schema.property(column).isEmpty()).forEach(column -> {
            throw new ContractViolation(table.name() + " counts by " + column + ", which is no field");
        });
        summed.stream()
                .filter(column -> schema.property(column).orElseThrow().schema().type() != Schema.Type.INTEGER)
                .forEach(column -> {
                    throw new ContractViolation(table.name() + " sums " + column + ", which is no whole number");
                });
    }

    boolean isNone() {
        return table.totals().isEmpty() && table.sums().isEmpty();
    }

    /** Names these totals; the database stores it, so that a change of them is noticed. */
    String description() {
        return table.totals()
                + table.sums().stream().map(sum -> sum.column() + sum.by()).collect(Collectors.joining());
    }

    /** The columns of a deleted row that are needed to subtract it. */
    Stream<String> columns() {
        return Stream.concat(grouping.stream(), summed.stream()).distinct();
    }

    /** The query that counts and sums the rows by account and grouping columns. */
    String recount() {
        String each = Stream.concat(Stream.of("account"), grouping.stream()).collect(Collectors.joining(", "));
        String sums = summed.stream()
                .map(column -> ", COALESCE(SUM(" + column + "), 0) AS " + SUM + column)
                .collect(Collectors.joining());
        return "SELECT " + each + ", COUNT(*) AS documents" + sums + " FROM " + table.name() + " GROUP BY " + each;
    }

    /** Adds a row of the {@link #recount} query. */
    void addCounted(Totals totals, ResultSet row) throws SQLException {
        Map<String, Long> amounts = new HashMap<>();
        for (String column : summed) {
            amounts.put(column, row.getLong(SUM + column));
        }
        add(
                totals,
                row.getString("account"),
                values(row, grouping),
                row.getLong("documents"),
                column -> amounts.getOrDefault(column, 0L));
    }

    /** Adds a document. */
    void add(Totals totals, String account, Doc document) {
        add(totals, account, of(document), 1, column -> document.number(column, 0));
    }

    /** Subtracts a document. */
    void subtract(Totals totals, String account, Doc document) {
        add(totals, account, of(document), -1, column -> -document.number(column, 0));
    }

    /** Subtracts a deleted row, read with its {@link #columns}. */
    void subtract(Totals totals, String account, ResultSet row) throws SQLException {
        Map<String, Long> amounts = new HashMap<>();
        for (String column : summed) {
            amounts.put(column, -row.getLong(column));
        }
        add(totals, account, values(row, grouping), -1, column -> amounts.getOrDefault(column, 0L));
    }

    private void add(Totals totals, String account, Values values, long documents, Amounts amounts) {
        for (List<String> columns : table.totals()) {
            totals.add(total(account, "", columns, values), documents);
        }
        for (Table.Sum sum : table.sums()) {
            totals.add(total(account, sum.column(), sum.by(), values), amounts.of(sum.column()));
        }
    }

    private static Values of(Doc document) {
        return column -> Optional.ofNullable(document.get(column));
    }

    private static Values values(ResultSet row, List<String> columns) throws SQLException {
        Map<String, Optional<Object>> values = new HashMap<>();
        for (String column : columns) {
            values.put(column, Optional.ofNullable(row.getObject(column)));
        }
        return of(values);
    }

    private static Values of(Map<String, Optional<Object>> values) {
        return column -> values.getOrDefault(column, Optional.empty());
    }

    /** The count of documents with exactly these values, when one is kept. */
    Optional<Totals.Total> count(String account, Map<String, Optional<Object>> values) {
        return table.totals().stream()
                .filter(columns -> areJust(columns, values))
                .findFirst()
                .map(columns -> total(account, "", columns, of(values)));
    }

    /** The sum of a column over documents with exactly these values, when one is kept. */
    Optional<Totals.Total> sum(String account, String column, Map<String, Optional<Object>> values) {
        return table.sums().stream()
                .filter(sum -> sum.column().equals(column) && areJust(sum.by(), values))
                .findFirst()
                .map(sum -> total(account, column, sum.by(), of(values)));
    }

    private static boolean areJust(List<String> columns, Map<String, Optional<Object>> values) {
        return columns.size() == values.size() && values.keySet().containsAll(columns);
    }

    private Totals.Total total(String account, String summedColumn, List<String> columns, Values values) {
        StringBuilder name = new StringBuilder(table.name());
        if (!summedColumn.isEmpty()) {
            name.append("|+").append(summedColumn);
        }
        for (String column : columns) {
            name.append('|').append(column);
            values.of(column)
                    .map(KeptTotals::text)
                    .ifPresent(text ->
                            name.append('=').append(text.length()).append(':').append(text));
        }
        return new Totals.Total(account, name.toString());
    }

    private static String text(Object value) {
        return value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
    }

    /** Returns the value of a grouping column. */
    private interface Values {
        Optional<Object> of(String column);
    }

    /** Returns what is added to the sum of a column. */
    private interface Amounts {
        long of(String column);
    }
}
