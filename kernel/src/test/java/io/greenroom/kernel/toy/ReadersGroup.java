package io.greenroom.kernel.toy;

import io.greenroom.kernel.AccountOpened;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Fact;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.events.Announcement;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The people who borrow books. The owner of an account is its first reader. */
public final class ReadersGroup implements ApiGroup, People {
    public static final Table READERS = Table.of("readers", "ReaderRecord")
            .columns("email", "status", "ward")
            .counted("status");

    /**
     * A fact: a reader leaves.
     *
     * @param id the reader's
     */
    record ReaderRemoved(String id) implements Fact {}

    @Override
    public List<Table> tables() {
        return List.of(READERS);
    }

    @Override
    public void bind(Bindings on) {
        on.page("listReaders", ReadersGroup::list);
        on.doc("addReader", ReadersGroup::add);
        on.doc("findReader", ReadersGroup::find);
        on.doc("getReader", ReadersGroup::require);
        on.done("changeReader", ReadersGroup::change);
        on.done("removeReader", ReadersGroup::remove);
        on.doc("setPortrait", ReadersGroup::setPortrait);
        on.doc("renewCard", ReadersGroup::renewCard);
        on.doc("countLoans", call -> call.blank("Loans").put("own_only", call.ownOnly()));
        on.done("endLoans", call -> {});
        on.publishes(ReaderRemoved.class);
        on.fact(AccountOpened.class, ReadersGroup::addOwner);
        on.provide(People.class, this);
        on.subject(
                "user", new Bindings.Subject((unit, value) -> known(unit, value).map(Doc::id), (unit, id) -> unit.find(
                                READERS, id)
                        .map(reader -> reader.text("email"))));
    }

    private static Optional<Doc> known(Transaction unit, String value) {
        return unit.find(READERS, value).or(() -> unit.in(READERS)
                .where("email", value.toLowerCase(Locale.ROOT))
                .first());
    }

    static Doc require(Call call) {
        return known(call.store(), call.path("readerId")).orElseThrow(() -> call.refuse("reader-missing"));
    }

    private static Page list(Call call) {
        Query query = call.store().in(READERS).where("status", call.query().text("status"));
        call.query().optionalText("ward").ifPresent(ward -> query.where("ward", ward));
        return Page.of(query.page(call.page().start(), call.page().size()));
    }

    private static Doc add(Call call) {
        String email = call.body().text("email");
        if (call.store()
                .across(READERS)
                .where("email", email.toLowerCase(Locale.ROOT))
                .exists()) {
            throw call.refuse("email-used");
        }
        Doc reader = call.store()
                .insert(
                        READERS,
                        call.blank(READERS)
                                .take(call.body())
                                .put("id", call.ids().next())
                                .put("status", "active")
                                .put("joined", call.second())
                                .put("notes", "Keeps books too long.")
                                .put("password_hash", call.passwordHash("password")));
        call.announce("reader.created", call.as("Reader", reader));
        return reader;
    }

    private static void addOwner(Call call, AccountOpened opened) {
        call.store()
                .insert(
                        READERS,
                        call.blank(READERS)
                                .put("id", opened.owner().id())
                                .put("email", opened.owner().email())
                                .put("name", opened.owner().firstName())
                                .put("status", "active"));
    }

    private static Doc find(Call call) {
        boolean existed = known(call.store(), call.query().text("email")).isPresent();
        return call.blank("Found").put("existed", existed);
    }

    private static void change(Call call) {
        Doc before = require(call);
        Doc after = call.store().update(READERS, before.copy().take(call.body()));
        call.announce(
                "reader.updated", Announcement.of(call.as("Reader", after)).old(call.as("Reader", before)));
    }

    private static void remove(Call call) {
        Doc reader = require(call);
        call.announce("reader.deleted", call.as("Reader", reader));
        call.store().delete(READERS, reader);
        call.publish(new ReaderRemoved(reader.id()));
    }

    private static Doc setPortrait(Call call) {
        Doc reader = require(call);
        String name = call.ids().next() + ".png";
        call.media().keep(name, call.file("pic_file").orElseThrow().path());
        call.store().update(READERS, reader.copy().put("portrait_url", "/portraits/" + name));
        return call.blank("Picture").take(call.body()).put("portrait_url", "/portraits/" + name);
    }

    private static Doc renewCard(Call call) {
        Doc reader = require(call);
        Doc renewed = call.store()
                .update(READERS, reader.copy().put("card", "R" + call.ids().digits(4)));
        call.announce(
                "reader.updated", Announcement.of(call.as("Reader", renewed)).old(call.as("Reader", reader)));
        return renewed;
    }

    @Override
    public Optional<Person> byId(Transaction unit, String userId) {
        return unit.find(READERS, userId).map(reader -> person(unit, reader));
    }

    @Override
    public Optional<Person> byLogin(Transaction unit, String email) {
        return unit.across(READERS)
                .where("email", email.toLowerCase(Locale.ROOT))
                .first()
                .map(reader -> person(unit, reader));
    }

    @Override
    public List<Person> first(Transaction unit, int most) {
        return unit.in(READERS).page(Query.Start.FIRST, most).documents().stream()
                .map(reader -> person(unit, reader))
                .toList();
    }

    /** A reader without a card is the library's owner. */
    @Override
    public boolean permits(Transaction unit, String userId, List<String> privileges) {
        return unit.find(READERS, userId)
                .filter(reader -> !reader.has("card")
                        || reader.texts("privileges").stream().anyMatch(privileges::contains))
                .isPresent();
    }

    @Override
    public void rehash(Transaction unit, Person person, String hash) {
        unit.find(READERS, person.id())
                .ifPresent(reader -> unit.update(READERS, reader.copy().put("password_hash", hash)));
    }

    @Override
    public boolean ownsBelow(Transaction unit, String userId) {
        return unit.find(READERS, userId)
                .filter(reader -> reader.texts("privileges").contains("Owner:Below"))
                .isPresent();
    }

    private static Person person(Transaction unit, Doc reader) {
        return new Person(
                unit.account(), reader.id(), reader.text("email"), reader.text("name"), "", true, !reader.has("card"));
    }
}
