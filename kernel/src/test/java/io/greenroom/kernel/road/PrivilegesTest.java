package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Jwt;
import io.greenroom.kernel.toy.ReadersGroup;
import io.greenroom.kernel.toy.Toy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator's scope requires a privilege of the user's role, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class PrivilegesTest {
    private static final String OK = "200";
    private static final String NO_PERMISSION = "400/200 No permission.";
    private static final String ADMIN_SCOPES = "reader:read:admin reader:write:admin";

    private final Toy toy = Toy.library().start();
    private Branch branch;
    private Doc ada;
    private Doc grace;

    @BeforeEach
    void openABranch() {
        branch = toy.branch();
        ada = branch.reader("ada");
        grace = branch.reader("grace");
    }

    @AfterAll
    void close() {
        toy.close();
    }

    private void permit(Doc reader, String... privileges) {
        branch.inside(unit -> unit.update(
                ReadersGroup.READERS,
                unit.find(ReadersGroup.READERS, reader.id())
                        .orElseThrow()
                        .copy()
                        .put("privileges", List.of(privileges))));
    }

    private String asked(String token, String method, String path) {
        var reply = branch.ask(method, path).token(token).json("{}").send();
        return reply.status() < 300 ? String.valueOf(reply.status()) : reply.refusal();
    }

    private String adas(String scopes) {
        return branch.token(CallerKind.USER, ada.id(), scopes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reader:Read", "Reader:Edit"})
    void aReadPrivilegeAllowsReadsOfAllUsers(String privilege) {
        permit(ada, "Other:Edit", privilege);
        assertThat(asked(adas(ADMIN_SCOPES), "GET", "/readers")).isEqualTo(OK);
        assertThat(asked(adas(ADMIN_SCOPES), "GET", "/readers/" + grace.id())).isEqualTo(OK);
    }

    @Test
    void aReadPrivilegeAllowsNoChangesOfOthers() {
        permit(ada, "Reader:Read");
        assertThat(asked(adas(ADMIN_SCOPES), "PATCH", "/readers/" + grace.id())).isEqualTo(NO_PERMISSION);
        assertThat(asked(adas(ADMIN_SCOPES), "PATCH", "/readers/me")).isEqualTo("204");
    }

    @Test
    void anEditPrivilegeAllowsChangesOfAllUsers() {
        permit(ada, "Reader:Edit");
        assertThat(asked(adas(ADMIN_SCOPES), "PATCH", "/readers/" + grace.id())).isEqualTo("204");
    }

    @ParameterizedTest
    @ValueSource(strings = {ADMIN_SCOPES, ADMIN_SCOPES + " reader:read reader:write"})
    void aRoleWithoutPrivilegesReachesOnlyTheUser(String scopes) {
        permit(ada, "Other:Edit", "Reader");
        assertThat(asked(adas(scopes), "GET", "/readers")).isEqualTo(NO_PERMISSION);
        assertThat(asked(adas(scopes), "GET", "/readers/" + grace.id())).isEqualTo(NO_PERMISSION);
        assertThat(asked(adas(scopes), "GET", "/readers/nobody")).isEqualTo(NO_PERMISSION);
        assertThat(asked(adas(scopes), "POST", "/readers")).isEqualTo(NO_PERMISSION);
        assertThat(asked(adas(scopes), "GET", "/readers/me")).isEqualTo(OK);
        assertThat(asked(adas(scopes), "GET", "/readers/" + branch.email("ada")))
                .isEqualTo(OK);
        assertThat(asked(adas(scopes), "PATCH", "/readers/" + ada.id())).isEqualTo("204");
    }

    @Test
    void aUserReadsButDoesNotChangeTheirOwnResources() {
        var own = branch.ask("GET", "/readers/me/loans").token(adas(ADMIN_SCOPES));
        assertThat(own.send().json().flag("own_only")).isTrue();
        assertThat(asked(adas(ADMIN_SCOPES), "GET", "/readers/" + grace.id() + "/loans"))
                .isEqualTo(NO_PERMISSION);
        assertThat(asked(adas(ADMIN_SCOPES), "DELETE", "/readers/me/loans"))
                .isEqualTo("400/200 You may not take books back.");
    }

    @Test
    void anOperationCanHaveAPrivilegeAndWordsOfItsOwn() {
        String path = "/readers/" + grace.id() + "/loans";
        permit(ada, "Reader:Edit", "Loan:Read");
        assertThat(asked(adas(ADMIN_SCOPES), "DELETE", path)).isEqualTo("400/200 You may not take books back.");
        permit(ada, "Loan:Edit");
        assertThat(asked(adas(ADMIN_SCOPES), "DELETE", path)).isEqualTo("204");
        assertThat(asked(adas("reader:read:admin"), "DELETE", path))
                .isEqualTo("400/4700 Invalid access token, does not contain reader:write:admin.");
    }

    @Test
    void needsNothingBesideOrdinaryScopesOrWhereNothingIsNamed() {
        assertThat(asked(adas("reader:read"), "GET", "/readers/me")).isEqualTo(OK);
        assertThat(asked(adas("reader:read:admin"), "GET", "/readers/email?email=a@b.example"))
                .isEqualTo(OK);
        assertThat(asked(adas("other"), "GET", "/books")).isEqualTo(OK);
    }

    @Test
    void checksScopesBeforePrivileges() {
        assertThat(asked(adas("reader:read:admin"), "POST", "/readers")).startsWith("400/4711");
    }

    @Test
    void refusesToReachOthersInTheOperationsWords() {
        String path = "/readers/" + grace.id() + "/portrait";
        assertThat(asked(adas("reader:write:admin"), "POST", path)).isEqualTo("400/5411 You may not picture others.");
        assertThat(asked(adas("reader:write"), "POST", path)).isEqualTo("400/5411 You may not picture others.");
    }

    @ParameterizedTest
    @EnumSource(names = {"USER", "ACCOUNT"})
    void theOwnersRoleGrantsEveryPrivilege(CallerKind kind) {
        String token = branch.token(kind, branch.ownerId(), ADMIN_SCOPES);
        assertThat(asked(token, "GET", "/readers")).isEqualTo(OK);
        assertThat(asked(token, "DELETE", "/readers/me/loans")).isEqualTo("204");
    }

    @Test
    void requiresASubAccountPrivilegeInSubAccounts() {
        Branch below = toy.branch();
        below.change(account -> account.put("master_id", branch.id()));
        String readers = "/branches/" + below.id() + "/readers";
        permit(ada, "Reader:Edit");
        assertThat(asked(adas("reader:master"), "GET", readers)).isEqualTo(NO_PERMISSION);
        permit(ada, "Branch:Read");
        assertThat(asked(adas("reader:master"), "GET", readers)).isEqualTo(NO_PERMISSION);
        permit(ada, "Branch:Read", "Reader:Read");
        assertThat(asked(adas("reader:master"), "GET", readers)).isEqualTo(OK);
        assertThat(asked(adas("reader:master"), "PATCH", readers + "/" + below.ownerId()))
                .isEqualTo(NO_PERMISSION);
        permit(ada, "Branch:Edit", "Reader:Edit");
        assertThat(asked(adas("reader:master"), "PATCH", readers + "/" + below.ownerId()))
                .isEqualTo("204");
    }

    @Test
    void anOwnerPrivilegeInSubAccountsSufficesThere() {
        Branch below = toy.branch();
        below.change(account -> account.put("master_id", branch.id()));
        String readers = "/branches/" + below.id() + "/readers";
        permit(ada, "Owner:Below");
        assertThat(asked(adas("reader:master"), "GET", readers)).isEqualTo(NO_PERMISSION);
        permit(ada, "Owner:Below", "Branch:Read");
        assertThat(asked(adas("reader:master"), "GET", readers)).isEqualTo(OK);
        assertThat(asked(adas(ADMIN_SCOPES), "GET", "/readers")).isEqualTo(NO_PERMISSION);
    }

    @Test
    void countsTheRoleAsItIsAtTheTime() {
        String token = adas(ADMIN_SCOPES);
        permit(ada, "Reader:Read");
        assertThat(asked(token, "GET", "/readers")).isEqualTo(OK);
        permit(ada);
        assertThat(asked(token, "GET", "/readers")).isEqualTo(NO_PERMISSION);
    }

    @Test
    void asksNoRoleOfAppsThatActForTheAccount() {
        branch.inside(unit -> {
            unit.delete(
                    ReadersGroup.READERS,
                    unit.find(ReadersGroup.READERS, branch.ownerId()).orElseThrow());
            return true;
        });
        assertThat(asked(branch.token(), "GET", "/readers")).isEqualTo(OK);
        String legacy = Jwt.signed(branch.app(CallerKind.JWT, ""), Toy.START.plusSeconds(60));
        assertThat(asked(legacy, "GET", "/readers")).isEqualTo(OK);
    }
}
