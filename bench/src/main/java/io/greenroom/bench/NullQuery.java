package io.greenroom.bench;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A query over the few documents of a {@link NullStore}; columns that are no fields never match. */
final class NullQuery implements Query {
    private Stream<Doc> documents;

    NullQuery(Collection<Doc> documents) {
        this.documents = documents.stream();
    }

    private static Optional<Object> value(Doc document, String column) {
        return document.mayHold(column) ? Optional.ofNullable(document.get(column)) : Optional.empty();
    }

    @Override
    public Query where(String column, Object value) {
        documents = documents.filter(
                document -> value(document, column).filter(value::equals).isPresent());
        return this;
    }

    @Override
    public Query whereInAnyCase(String column, String text) {
        return where(column, text);
    }

    @Override
    public Query whereIn(String column, Collection<?> values) {
        documents = documents.filter(
                document -> value(document, column).filter(values::contains).isPresent());
        return this;
    }

    @Override
    public Query whereNone(String column) {
        documents = documents.filter(document -> value(document, column).isEmpty());
        return this;
    }

    @Override
    public Query between(String column, Object from, Object to) {
        documents = Stream.empty();
        return this;
    }

    @Override
    public Query newestFirst() {
        return this;
    }

    @Override
    public Query ascending(String column) {
        return this;
    }

    @Override
    public Query descending(String column) {
        return this;
    }

    @Override
    public List<Doc> list() {
        return documents.toList();
    }

    @Override
    public Optional<Doc> first() {
        return documents.findFirst();
    }

    @Override
    public boolean exists() {
        return first().isPresent();
    }

    @Override
    public long count() {
        return documents.count();
    }

    @Override
    public long sum(String column) {
        return documents.mapToLong(document -> document.number(column, 0)).sum();
    }

    @Override
    public List<String> accounts() {
        return List.of();
    }

    @Override
    public Slice page(Start start, int size) {
        List<Doc> all = list();
        return new Slice(all, all.size(), false, Cursor.START);
    }
}
