package io.greenroom.bench;

import io.greenroom.contract.Contract;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * Fills a data directory with users through the product's own store: each like a user created through the API, but with
 * generated id, addresses and numbers. Arguments: the folder, the account, the id of the model user, the number of
 * users, and a file for the ids.
 */
final class Seeder {
    private static final int AT_ONCE = 2_000;
    /** Personal meeting ids are unique and scattered: multiples of a number, modulo a prime. */
    private static final long PMI = 9_000_000_000L;

    private static final long STEP = 15_485_863;
    private static final long PRIME = 999_999_937;
    private static final int HOST_KEY_DIGITS = 6;

    private final Ids ids = Ids.seeded(1);
    private final Table users;
    private final String pattern;

    private Seeder(Table users, String pattern) {
        this.users = users;
        this.pattern = pattern;
    }

    public static void main(String[] args) throws IOException {
        List<Table> tables = tables();
        Table users = tables.stream()
                .filter(table -> table.name().equals("users"))
                .findFirst()
                .orElseThrow();
        Contract contract = PackedContract.bundled();
        StoreSetup setup = new StoreSetup(contract, tables, Clock.system());
        try (Store store = SqliteStore.open(Path.of(args[0]), setup);
                BufferedWriter written = Files.newBufferedWriter(Path.of(args[4]))) {
            new Seeder(users, args[2]).fill(store, args[1], Integer.parseInt(args[3]), written);
        }
    }

    private static List<Table> tables() {
        List<Table> tables = new ArrayList<>(KernelTables.all());
        for (ApiGroups groups : ServiceLoader.load(ApiGroups.class)) {
            for (ApiGroup group : groups.all()) {
                tables.addAll(group.tables());
            }
        }
        return tables;
    }

    private void fill(Store store, String account, int count, BufferedWriter written) throws IOException {
        for (int done = 0; done < count; done += AT_ONCE) {
            int from = done;
            int to = Math.min(count, done + AT_ONCE);
            for (String id : store.write(account, unit -> insert(unit, from, to))) {
                written.write(id);
                written.newLine();
            }
        }
    }

    private List<String> insert(Transaction unit, int from, int to) {
        Doc like = unit.find(users, pattern).orElseThrow();
        List<String> inserted = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Doc user = like.copy();
            change(user, ids.next(), number);
            inserted.add(unit.insert(users, user).id());
        }
        return inserted;
    }

    private void change(Doc user, String id, int number) {
        long pmi = PMI + number * STEP % PRIME;
        user.put("id", id)
                .put("email", "user-%07d@seeded.example.org".formatted(number))
                .put("first_name", "Seeded")
                .put("last_name", "Number %07d".formatted(number))
                .put("pmi", pmi)
                .put("personal_meeting_url", "/j/" + pmi)
                .put("host_key", ids.passcode(HOST_KEY_DIGITS))
                .put("jid", id.toLowerCase(Locale.ROOT) + "@xmpp.zoom.us");
    }
}
