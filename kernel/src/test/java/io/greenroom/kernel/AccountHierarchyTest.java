package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Toy;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountHierarchyTest {
    private final Toy toy = Toy.library().start();
    private final Branch master = toy.branch();

    @AfterAll
    void close() {
        toy.close();
    }

    @Test
    void findsTheAccountsOfTwoTiersBelow() {
        Branch below = below(master);
        Branch grandchild = below(below);
        Branch tooDeep = below(grandchild);

        assertThat(found(below, master)).contains(below.id());
        assertThat(found(grandchild, master)).contains(grandchild.id());
        assertThat(found(grandchild, below)).contains(grandchild.id());
        assertThat(found(tooDeep, master)).isEmpty();
    }

    @Test
    void findsNeitherTheAccountItselfNorOnesAboveOrAside() {
        Branch below = below(master);
        Branch sister = below(master);

        assertThat(found(master, master)).isEmpty();
        assertThat(found(master, below)).isEmpty();
        assertThat(found(below, sister)).isEmpty();
        assertThat(found("nowhere", master)).isEmpty();
    }

    @Test
    void surviveAccountsThatAreBelowEachOther() {
        Branch one = toy.branch();
        Branch two = below(one);
        one.change(account -> account.put("master_id", two.id()));

        assertThat(found(one, master)).isEmpty();
    }

    private Optional<String> found(Branch account, Branch above) {
        return found(account.id(), above);
    }

    private Optional<String> found(String account, Branch above) {
        Optional<Doc> row = toy.installation().store().read(account, unit -> AccountHierarchy.below(unit, above.id()));
        return row.map(Doc::id);
    }

    private Branch below(Branch above) {
        Branch branch = toy.branch();
        branch.change(account -> account.put("master_id", above.id()));
        return branch;
    }
}
