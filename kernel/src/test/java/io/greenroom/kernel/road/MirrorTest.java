package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Jwt;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a master account runs operations in its sub accounts, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MirrorTest {
    private final Toy toy = Toy.library().start();
    private final Branch master = toy.branch();
    private final Branch below = below(master);

    @AfterAll
    void close() {
        toy.close();
    }

    @Test
    void runsTheOperationInTheSubAccount() {
        Doc ada = below.reader("ada");
        master.reader("grace");
        assertThat(get(master, below, "/readers/" + ada.id()).json().text("name"))
                .isEqualTo(ada.text("name"));
        assertThat(get(master, below, "/readers").json().number("total_records"))
                .isEqualTo(below.ask("GET", "/readers").send().json().number("total_records"));
    }

    @Test
    void storesChangesInTheSubAccount() {
        long before = master.ask("GET", "/readers").send().json().number("total_records");
        Reply reply = master.ask("POST", path(below, "/readers"))
                .token(master.serverToken("reader:master"))
                .json("{\"email\": \"mary@below.example\", \"name\": \"Mary\", \"card\": \"A1234\"}")
                .send();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(below.ask("GET", "/readers/" + reply.json().text("id"))
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(master.ask("GET", "/readers").send().json().number("total_records"))
                .isEqualTo(before);
    }

    @Test
    void takesPagesFromThereAndPassesTheirTokensOn() {
        Branch full = below(master);
        full.readers(4);
        String token = get(master, full, "/readers?page_size=3").json().text("next_page_token");
        Doc last = get(master, full, "/readers?page_size=3&next_page_token=" + token)
                .json();
        assertThat(last.docs("readers")).isNotEmpty();
        assertThat(master.ask("GET", "/readers?page_size=3&next_page_token=" + token)
                        .send()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void reachesNestedSubAccounts() {
        Branch grandchild = below(below);
        Doc ada = grandchild.reader("ada");
        assertThat(get(master, grandchild, "/readers/" + ada.id()).status()).isEqualTo(200);
    }

    @Test
    void answers404ForOtherAccounts() {
        Branch stranger = toy.branch();
        assertMissing(master, stranger.id());
        assertMissing(below, master.id());
        assertMissing(master, "nowhere");
        assertMissing(master, "%2e%2e");
    }

    private void assertMissing(Branch caller, String account) {
        assertThat(caller.ask("GET", "/branches/" + account + "/readers")
                        .token(caller.serverToken("reader:master"))
                        .send()
                        .refusal())
                .isEqualTo("404/2001 No branch " + account.replace("%2e", ".") + ".");
    }

    @Test
    void needsTheScopeOfMasters() {
        assertThat(master.ask("GET", path(below, "/readers"))
                        .token(master.serverToken("reader:read:admin"))
                        .send()
                        .refusal())
                .isEqualTo("400/4711 Invalid access token, does not contain scopes:[reader:master].");
    }

    @Test
    void isTheOwnAccountByMeAndById() {
        Doc ada = master.reader("ada");
        String token = master.serverToken("reader:read:admin");
        for (String own : new String[] {"me", master.id()}) {
            assertThat(master.ask("GET", "/branches/" + own + "/readers/" + ada.id())
                            .token(token)
                            .send()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void resolvesNoMeInTheSubAccount() {
        assertThat(get(master, below, "/readers/me").refusal()).startsWith("404/1001");
    }

    @Test
    void answers404ForUnknownRoutes() {
        assertThat(get(master, below, "").status()).isEqualTo(404);
        assertThat(get(master, below, "/unheard-of").refusal()).startsWith("404/2300");
    }

    @Test
    void requiresFeaturesOfTheSubAccount() {
        Branch poor = below(master, "free");
        Doc ada = poor.reader("ada");
        assertThat(master.ask("DELETE", path(poor, "/readers/" + ada.id()))
                        .token(master.serverToken("reader:master"))
                        .send()
                        .refusal())
                .isEqualTo("400/200 Removing readers is not enabled.");
    }

    @Test
    void legacyAppsNeedNoScopes() {
        String token = Jwt.signed(master.app(CallerKind.JWT, ""), Toy.START.plusSeconds(60));
        assertThat(master.ask("GET", path(below, "/readers"))
                        .token(token)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private static Reply get(Branch caller, Branch branch, String path) {
        return caller.ask("GET", path(branch, path))
                .token(caller.serverToken("reader:master"))
                .send();
    }

    private static String path(Branch branch, String path) {
        return "/branches/" + branch.id() + path;
    }

    private Branch below(Branch above) {
        return below(above, "enterprise", "removal");
    }

    private Branch below(Branch above, String plan, String... features) {
        Branch branch = toy.branch(plan, features);
        branch.change(account -> account.put("master_id", above.id()));
        return branch;
    }
}
