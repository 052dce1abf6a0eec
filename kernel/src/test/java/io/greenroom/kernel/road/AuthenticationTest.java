package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Jwt;
import io.greenroom.kernel.toy.Question;
import io.greenroom.kernel.toy.Reply;
import io.greenroom.kernel.toy.Toy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are accepted, and the failures of others, over HTTP. */
class AuthenticationTest {
    private static final String INVALID = "401/124 Invalid access token.";
    private static final String EXPIRED = "401/124 Access token is expired.";

    private Toy toy = Toy.library().start();

    @AfterEach
    void close() {
        toy.close();
    }

    private Question get() {
        return new Question(toy, "GET", "/readers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer ",
                "authorization: bearer ",
                "AUTHORIZATION: BEARER ",
                "Authorization:  bEaReR   "
            })
    void takesABearerTokenInAnyCase(String header) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1) + toy.branch().token();
        assertThat(get().header(header.substring(0, colon), value).send().status())
                .isEqualTo(200);
    }

    @Test
    void refusesARequestWithoutToken() {
        assertThat(get().send().refusal()).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer e30.e30.",
                "Basic YTpi",
                "Bearer\tx",
                "token"
            })
    void refusesInvalidTokens(String value) {
        assertThat(get().header("Authorization", value).send().refusal()).isEqualTo(INVALID);
    }

    @Test
    void refusesATokenThatWasChanged() {
        String token = toy.branch().token();
        // Not the last character: some of its bits are beyond the signature.
        int at = token.length() - 10;
        String other = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
        assertThat(get().token(other).send().refusal()).isEqualTo(INVALID);
        assertThat(get().token(token + token).send().refusal()).isEqualTo(INVALID);
        assertThat(get().token("x".repeat(10_000)).send().refusal()).isEqualTo(INVALID);
    }

    @Test
    void refusesAnExpiredToken() {
        String token = toy.branch().token();
        toy.advance(Duration.ofMinutes(59));
        assertThat(get().token(token).send().status()).isEqualTo(200);
        toy.advance(Duration.ofMinutes(1));
        assertThat(get().token(token).send().refusal()).isEqualTo(EXPIRED);
    }

    @Test
    void refusesATokenThatWasRevoked() {
        Branch branch = toy.branch();
        Credentials app = branch.app(CallerKind.SERVER, "reader:read:admin");
        String token = branch.exchange(app, "grant_type=account_credentials&account_id=" + branch.id());
        assertThat(get().token(token).send().status()).isEqualTo(200);
        String basic = app.clientId() + ":" + app.clientSecret();
        new Question(toy, "POST", "")
                .at("/oauth/revoke?token=" + token)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .send();
        assertThat(get().token(token).send().refusal()).isEqualTo(INVALID);
    }

    @Test
    void takesATokenInTheQueryAsIn2021() {
        String token = toy.branch().token();
        Reply reply = new Question(toy, "GET", "/readers?access_token=" + token).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Greenroom-Warning")).isEmpty();
    }

    @Test
    void prefersTheHeaderToTheQuery() {
        String token = toy.branch().token();
        assertThat(new Question(toy, "GET", "/readers?access_token=" + token)
                        .token("x")
                        .send()
                        .refusal())
                .isEqualTo(INVALID);
        assertThat(new Question(toy, "GET", "/readers?access_token=x")
                        .token(token)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesATokenOfALegacyJwtAppAsIn2021() {
        Branch branch = toy.branch();
        Credentials app = branch.app(CallerKind.JWT, "");
        String token = Jwt.signed(app, Toy.START.plusSeconds(60));
        assertThat(get().token(token).send().status()).isEqualTo(200);
        assertThat(new Question(toy, "GET", "/readers?access_token=" + token)
                        .send()
                        .status())
                .isEqualTo(200);
        toy.advance(Duration.ofSeconds(60));
        assertThat(get().token(token).send().refusal()).isEqualTo(EXPIRED);
    }

    @Test
    void refusesALegacyTokenWithAnotherSecret() {
        Credentials app = toy.branch().app(CallerKind.JWT, "");
        Credentials other = new Credentials(app.clientId(), "guessed");
        assertThat(get().token(Jwt.signed(other, Toy.START.plusSeconds(60)))
                        .send()
                        .refusal())
                .isEqualTo(INVALID);
        Credentials unknown = new Credentials("nobody", app.clientSecret());
        assertThat(get().token(Jwt.signed(unknown, Toy.START.plusSeconds(60)))
                        .send()
                        .refusal())
                .isEqualTo(INVALID);
    }

    @Test
    void takesNeitherQueryNorLegacyTokensWhereTheyAreSwitchedOff() {
        toy.close();
        toy = Toy.library().modern().start();
        Branch branch = toy.branch();
        assertThat(new Question(toy, "GET", "/readers?access_token=" + branch.token())
                        .send()
                        .refusal())
                .isEqualTo(
                        "401/124 Invalid access token, this access token is not supported as query parameter string.");
        assertThat(new Question(toy, "GET", "/readers?access_token=x")
                        .token(branch.token())
                        .send()
                        .status())
                .isEqualTo(200);
        Credentials app = branch.app(CallerKind.JWT, "");
        assertThat(get().token(Jwt.signed(app, Toy.START.plusSeconds(60)))
                        .send()
                        .refusal())
                .isEqualTo(INVALID);
    }

    @Test
    void requiresATokenBeforeItReadsTheBody() {
        Reply reply = new Question(toy, "POST", "/readers").json("{broken").send();
        assertThat(reply.refusal()).isEqualTo(INVALID);
    }
}
