package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Operations of the control API, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlRoadTest {
    private static final String FREE = "{\"plan\": \"free\"}";

    private final Toy toy = Toy.doing(ControlRoadTest::bind).start();
    private final Branch branch = toy.branch();

    @AfterAll
    void close() {
        toy.close();
    }

    private static void bind(Bindings on) {
        on.doc("controlBranches", ControlRoadTest::count);
        on.doc("controlPlan", ControlRoadTest::change);
    }

    private static Doc count(Call call) {
        return call.blank("BranchCount")
                .put("branches", call.store().across(KernelTables.ACCOUNTS).count());
    }

    private static Doc change(Call call) {
        assertThat(call.caller().userId()).isEmpty();
        assertThat(call.store().account()).isEqualTo(call.path("accountId"));
        String plan = call.body().text("plan");
        if (call.account().text("plan").equals(plan)) {
            throw call.refuse("control-plan-kept");
        }
        Doc changed = call.account().copy().put("plan", plan);
        return call.as("Account", call.store().update(KernelTables.ACCOUNTS, changed));
    }

    private Question asking(String method, String path) {
        return new Question(toy, method, "").at("/control" + path).header("Operator", "me");
    }

    private Question choosing(String account, String plan) {
        return asking("PUT", "/accounts/" + account + "/plan").json(plan);
    }

    @Test
    void runsInTheAccountOfThePath() {
        Branch fresh = toy.branch();

        Reply reply = choosing(fresh.id(), FREE).send();

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().id()).isEqualTo(fresh.id());
        assertThat(reply.json().text("plan")).isEqualTo("free");
        assertThat(choosing(fresh.id(), FREE).send().json().text("message")).isEqualTo("The plan is free already.");
    }

    @Test
    void leavesNoEntryInTheOperationLog() {
        Branch fresh = toy.branch();

        choosing(fresh.id(), FREE).send();

        List<Doc> entries = toy.installation().store().read(fresh.id(), unit -> unit.in(KernelTables.OPERATION_LOGS)
                .list());
        assertThat(entries).isEmpty();
    }

    @Test
    void runsInNoAccountWhereThePathNamesNone() {
        assertThat(asking("GET", "/branches").send().json().number("branches")).isPositive();
    }

    @Test
    void refusesAnUnknownAccountOnlyAfterTheBodyHasPassed() {
        assertThat(choosing("nobody", FREE).send().json().text("message")).isEqualTo("There is no account nobody.");
        assertThat(choosing("nobody", "{}").send().status()).isEqualTo(400);
    }

    @Test
    void refusesUnknownFieldsAndRoutes() {
        assertThat(choosing(branch.id(), "{\"plan\": \"free\", \"colour\": \"red\"}")
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(asking("GET", "/books").send().json().number("code")).isEqualTo(2300);
    }

    @Test
    void saysThatAnOperationIsNotBuilt() {
        Reply reply =
                asking("DELETE", "/accounts/" + branch.id() + "/books/emma").send();

        assertThat(reply.status()).isEqualTo(501);
        assertThat(reply.json().text("message")).contains("controlBookLose");
    }

    @Test
    void admitsRequestsBeforeAnythingElse() {
        Reply reply = new Question(toy, "GET", "").at("/control/nothing").send();

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().text("message")).isEqualTo("No entrance.");
    }

    @Test
    void isNoPartOfThePublicApi() {
        assertThat(toy.contract().operations()).doesNotContainKey("controlPlan");
        assertThat(toy.contract().failures()).doesNotContainKey("control-plan-kept");
        assertThat(new Question(toy, "GET", "/branches").send().json().number("code"))
                .isEqualTo(2300);
    }
}
