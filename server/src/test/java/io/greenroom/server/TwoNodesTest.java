package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL database: each sees the other's changes. */
class TwoNodesTest {
    private static final Pattern REMAINING = Pattern.compile("(?i)x-ratelimit-remaining: (\\d+)");
    private static EmbeddedPostgres postgres;

    private Greenroom one;
    private Greenroom other;
    private String token;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void startNodes() {
        String database = "--database=postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
        one = Start.server(database, "--limits=enforce");
        other = Start.server(database, "--limits=enforce");
        token = token(one);
    }

    @AfterEach
    void stopNodes() {
        one.close();
        other.close();
    }

    private static String token(Greenroom node) {
        Credentials app = Demo.App.SERVER.credentials();
        return Talk.token(node, Demo.ACCOUNT, app.clientId(), app.clientSecret());
    }

    private Talk ask(Greenroom node) {
        return Talk.to(node).bearer(token);
    }

    @Test
    void sowTheDemoAccountOnce() {
        assertThat(Talk.to(one).get("/_greenroom/info").json().number("accounts"))
                .isEqualTo(1);
        assertThat(Talk.to(other).get("/_greenroom/info").json().number("accounts"))
                .isEqualTo(1);
    }

    @Test
    void seeEachOthersUsers() {
        long before = ask(other).get("/v2/users").json().number("total_records");
        Talk.Answer created = ask(one).json(
                        """
                        {"action": "custCreate", "user_info": {"email": "both@greenroom.example", "type": 1}}""")
                .post("/v2/users");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Doc seen = ask(other).get("/v2/users/" + created.json().id()).json();
        assertThat(seen.text("email")).isEqualTo("both@greenroom.example");
        assertThat(ask(other).get("/v2/users").json().number("total_records")).isEqualTo(before + 1);
        assertThat(ask(other)
                        .send("DELETE", "/v2/users/" + seen.id() + "?action=delete")
                        .status())
                .isEqualTo(204);
        assertThat(ask(one).get("/v2/users/" + seen.id()).status()).isEqualTo(404);
    }

    @Test
    void takeEachOthersTokensUntilTheyAreRevoked() {
        assertThat(ask(other).get("/v2/users/me").status()).isEqualTo(200);
        Credentials app = Demo.App.SERVER.credentials();
        String basic = Base64.getEncoder()
                .encodeToString((app.clientId() + ":" + app.clientSecret()).getBytes(StandardCharsets.UTF_8));
        Talk.Answer revoked =
                Talk.to(one).header("Authorization", "Basic " + basic).post("/oauth/revoke?token=" + token);
        assertThat(revoked.json().text("status")).isEqualTo("success");
        assertThat(ask(other).get("/v2/users/me").json().number("code")).isEqualTo(124);
    }

    @Test
    void leadOnFromEachOthersPages() {
        Doc first = ask(one).get("/v2/users?page_size=2").json();
        Doc second = ask(other)
                .get("/v2/users?next_page_token=" + first.text("next_page_token"))
                .json();
        assertThat(second.docs("users")).hasSize(2).doesNotContainAnyElementsOf(first.docs("users"));
    }

    @Test
    void countLimitsTogether() {
        List<Long> remaining = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            remaining.add(changeEmail(one));
            remaining.add(changeEmail(other));
        }
        assertThat(remaining.subList(0, 3)).containsExactly(2L, 1L, 0L);
        assertThat(remaining.subList(3, 6)).containsOnly(-1L);
    }

    /** How many changes are left of three a day; -1 when this one was refused. */
    private long changeEmail(Greenroom node) {
        Talk.Answer answer = ask(node)
                .json("{\"email\": \"limit@elsewhere.example\"}")
                .send("PUT", "/v2/users/" + Demo.OWNER + "/email");
        Matcher header = REMAINING.matcher(answer.head());
        return answer.status() == 429 ? -1 : header.find() ? Long.parseLong(header.group(1)) : -2;
    }
}
