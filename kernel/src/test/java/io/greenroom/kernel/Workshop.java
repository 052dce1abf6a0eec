package io.greenroom.kernel;

import io.greenroom.contract.Contract;
import io.greenroom.contract.EventOrigin;
import io.greenroom.kernel.auth.Keys;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import io.greenroom.kernel.toy.MemoryFolders;
import io.greenroom.kernel.toy.Toy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts of a call, with a store of its own and the toy contract, without background jobs. */
public final class Workshop implements AutoCloseable {
    public static final String HERE = "here";

    public final AtomicReference<Instant> time = new AtomicReference<>(Toy.START);
    final Contract contract = Toy.contract(Path.of("src/test/resources/toy"));
    public final Clock clock = new Clock(time::get);
    public final Store store;
    public final CallScope scope;
    private final Path folder;

    public Workshop(Consumer<Bindings> bind) {
        this.folder = MemoryFolders.create("greenroom-workshop");
        this.store = SqliteStore.open(folder.resolve("data"), new StoreSetup(contract, KernelTables.all(), clock));
        Bindings bindings = new Bindings(contract);
        bind.accept(bindings);
        contract.groups().forEach(group -> bindings.notYet(group.title()));
        bindings.notYet("Library");
        bindings.check();
        this.scope = new CallScope(
                contract,
                bindings,
                clock,
                Ids.seeded(1),
                new Media(folder.resolve("media")),
                Keys.load(store).signer(),
                new Passwords(1000),
                new Origins("https://books.example"));
        account(HERE);
    }

    public void account(String id) {
        store.write(
                id,
                unit -> unit.insert(
                        KernelTables.ACCOUNTS, unit.blank(KernelTables.ACCOUNTS).put("id", id)));
    }

    /** Runs code with a call of the kernel's own. */
    public <T> T inside(String account, Function<Call, T> work) {
        return store.write(
                account,
                unit -> work.apply(scope.internal(
                        unit, unit.find(KernelTables.ACCOUNTS, account).orElseThrow(), EventOrigin.CONTROL)));
    }

    List<String> events(String account) {
        return store.queues().events(account, 0, 1_000).stream()
                .map(event -> event.name())
                .toList();
    }

    @Override
    public void close() {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
