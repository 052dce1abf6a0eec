package io.greenroom.kernel.toy;

import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import java.time.Duration;
import java.util.List;

/** The books that readers have borrowed. They are to be returned after two weeks, and then every day. */
public final class BooksGroup implements ApiGroup {
    public static final Table BOOKS = Table.of("books", "BookRecord").columns("reader_id", "title");
    static final String OVERDUE = "book-overdue";
    static final Duration LOAN = Duration.ofDays(14);

    @Override
    public List<Table> tables() {
        return List.of(BOOKS);
    }

    @Override
    public void bind(Bindings on) {
        on.page("listBooks", BooksGroup::list);
        on.doc("borrowBook", BooksGroup::borrow);
        on.done("reserveBook", call -> {});
        on.doc("getBook", BooksGroup::get);
        on.doc("countBooks", BooksGroup::count);
        on.fact(ReadersGroup.ReaderRemoved.class, BooksGroup::refuseLeaving);
        on.due(OVERDUE, BooksGroup::remind);
    }

    private static Query booksOf(Call call, String readerId) {
        return call.store().in(BOOKS).where("reader_id", readerId);
    }

    private static Page list(Call call) {
        Doc reader = ReadersGroup.require(call);
        return Page.of(booksOf(call, reader.id())
                .ascending("title")
                .page(call.page().start(), call.page().size()));
    }

    private static Doc borrow(Call call) {
        Doc reader = ReadersGroup.require(call);
        Doc book = call.store()
                .insert(
                        BOOKS,
                        call.blank(BOOKS)
                                .take(call.body())
                                .put("id", call.ids().next())
                                .put("reader_id", reader.id())
                                .put("cover_url", "/covers/plain"));
        call.later(OVERDUE, book.id(), call.now().plus(LOAN));
        call.announce("book.borrowed", call.as("Book", book));
        return book;
    }

    private static Doc get(Call call) {
        return call.require(BOOKS, call.path("bookId"), "book-missing");
    }

    private static Doc count(Call call) {
        return call.blank("Census").put("books", call.store().in(BOOKS).count());
    }

    private static void refuseLeaving(Call call, ReadersGroup.ReaderRemoved removed) {
        long count = booksOf(call, removed.id()).count();
        if (count > 0) {
            throw call.refuse("books-out", "count", count);
        }
    }

    private static void remind(Call call, String bookId) {
        call.store().find(BOOKS, bookId).ifPresent(book -> {
            call.announce("book.overdue", call.as("Book", book));
            call.later(OVERDUE, bookId, call.now().plus(Duration.ofDays(1)));
        });
    }
}
