package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The operation log's entries, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationLogTest {
    private static final String NEW_READER =
            "{\"email\": \"%s\", \"name\": \"Mary\", \"card\": \"A1234\", \"password\": \"top secret\"}";

    private final Toy toy = Toy.library().start();
    private final Branch branch = toy.branch();

    @AfterAll
    void close() {
        toy.close();
    }

    @Test
    void hasEntriesOfCreationsChangesAndRemovals() {
        Branch fresh = toy.branch();
        String id = add(fresh, fresh.email("mary")).json().text("id");
        fresh.ask("PATCH", "/readers/" + id).json("{\"motto\": \"Onward\"}").send();
        fresh.ask("DELETE", "/readers/" + id).send();
        List<Doc> entries = entries(fresh);
        assertThat(entries).extracting(entry -> entry.text("action")).containsExactly("Add", "Update", "Delete");
        assertThat(entries)
                .extracting(entry -> entry.text("operation_detail"))
                .containsExactly(
                        "Add a reader: " + id, "Change a reader: " + id, "Remove a reader who has no books: " + id);
        assertThat(entries).extracting(entry -> entry.text("category_type")).containsOnly("account");
        assertThat(entries).extracting(entry -> entry.text("operator")).containsOnly(fresh.email("owner"));
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.instant("time")).isEqualTo(Toy.START));
    }

    @Test
    void hasNoEntriesOfRefusedRequests() {
        Branch fresh = toy.branch();
        add(fresh, fresh.email("mary"));
        assertThat(add(fresh, fresh.email("mary")).status()).isEqualTo(409);
        assertThat(fresh.ask("PATCH", "/readers/nobody").json("{}").send().status())
                .isEqualTo(404);
        assertThat(entries(fresh)).hasSize(1);
    }

    @Test
    void hasNoEntriesOfReads() {
        Branch fresh = toy.branch();
        fresh.ask("GET", "/readers").send();
        assertThat(entries(fresh)).isEmpty();
    }

    @Test
    void namesTheUserOfTheToken() {
        Branch fresh = toy.branch();
        Doc ada = fresh.reader("ada");
        fresh.ask("PATCH", "/readers/me")
                .token(fresh.token(CallerKind.USER, ada.id(), "reader:write"))
                .json("{\"motto\": \"Onward\"}")
                .send();
        assertThat(entries(fresh).getLast().text("operator")).isEqualTo(fresh.email("ada"));
    }

    @Test
    void keepsNoSecret() {
        add(branch, branch.email("sue"));
        assertThat(entries(branch).toString()).doesNotContain("top secret");
    }

    @Test
    void liesInTheAccountThatWasChanged() {
        Branch below = toy.branch();
        below.change(account -> account.put("master_id", branch.id()));
        int before = entries(branch).size();
        branch.ask("POST", "/branches/" + below.id() + "/readers")
                .token(branch.serverToken("reader:master"))
                .json(NEW_READER.formatted(below.email("mary")))
                .send();
        assertThat(entries(branch)).hasSize(before);
        assertThat(entries(below).getLast().text("operator")).isEqualTo(branch.email("owner"));
    }

    @Test
    void isFoundByTime() {
        Branch fresh = toy.branch();
        add(fresh, fresh.email("mary"));
        List<Doc> found = fresh.inside(unit -> unit.in(KernelTables.OPERATION_LOGS)
                .between("time", Toy.START.toString(), Toy.START.plusSeconds(1).toString())
                .where("category_type", "account")
                .list());
        assertThat(found).hasSize(1);
    }

    private static Reply add(Branch where, String email) {
        return where.ask("POST", "/readers").json(NEW_READER.formatted(email)).send();
    }

    private static List<Doc> entries(Branch where) {
        return where.inside(unit -> unit.in(KernelTables.OPERATION_LOGS).list());
    }
}
