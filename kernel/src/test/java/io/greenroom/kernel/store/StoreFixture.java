package io.greenroom.kernel.store;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.read.ContractReader;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The documents of the suite, and the store under test. */
public interface StoreFixture {
    Contract CONTRACT = ContractReader.folder(Path.of("src/test/resources/store"));
    Table BOXES = Table.of("boxes", "Box")
            .columns("label", "colour", "size", "weight", "is_open", "packed_at", "owner_name")
            .counted()
            .counted("colour")
            .counted("is_open", "size")
            .summed("size")
            .summed("size", "colour")
            .kind("box");
    Table SLOTS = Table.of("slots", "Slot").key("shelf", "place");
    Table ITEMS = Table.of("items", "Item")
            .columns("box_id", "spare_box_id", "bytes")
            .counted()
            .summed("bytes")
            .kind("item")
            .goesWith("box", "box_id")
            .goesWith("box", "spare_box_id");
    Table NOTES = Table.of("notes", "Note").columns("item_id").goesWith("item", "item_id");
    StoreSetup SETUP = new StoreSetup(CONTRACT, List.of(NOTES, BOXES, SLOTS, ITEMS), Clock.system());
    String HERE = "here";
    String THERE = "there";

    /** A store that was empty when the test began. */
    Store store();

    /** The same store after it was closed and opened again. */
    default Store reopened() {
        return reopened(SETUP);
    }

    /** The same store after it was closed and opened again by another release. */
    Store reopened(StoreSetup setup);

    static Doc box(Transaction unit, String id) {
        return unit.blank(BOXES).put("id", id);
    }

    static Doc box(Transaction unit, int number) {
        return box(unit, String.valueOf(number)).put("size", number);
    }

    static Refusal refusal() {
        return new Refusal(new Failure("box-full", 400, 300, "The box is full."), Map.of());
    }

    default Doc inserted(String account, String id) {
        return store().write(account, unit -> unit.insert(BOXES, box(unit, id)));
    }

    default Doc changed(Doc box, String name, Object value) {
        return store().write(HERE, unit -> unit.update(BOXES, box.copy().put(name, value)));
    }

    default Doc removed(Doc box) {
        return store().write(HERE, unit -> {
            unit.delete(BOXES, box);
            return box;
        });
    }

    default Optional<Doc> found(String account, String id) {
        return store().read(account, unit -> unit.find(BOXES, id));
    }

    default long count(String account) {
        return store().read(account, unit -> unit.in(BOXES).count());
    }

    /** Runs several works in parallel, and returns their results. */
    static <T> List<T> together(List<Callable<T>> works) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<T>> answers = works.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The same work several times over. */
    static <T> List<T> together(int times, Work<T> work) {
        List<Callable<T>> works = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            works.add(() -> work.run(number));
        }
        return together(works);
    }

    /** A work to run, with the number of works started before it. */
    interface Work<T> {
        T run(int number) throws Exception;
    }
}
