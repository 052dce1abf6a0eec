package io.greenroom.kernel.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest extends AuthTest {

    private static Doc part(String token, int index) throws Json.Malformed {
        return Json.readRequest(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
    }

    @Test
    void areTheSameAfterARestart() {
        String sealed = scene.keys.signer().seal("test", "text");
        String id = scene.keys.tokens().id();
        scene.restart();

        assertThat(scene.keys.signer().open("test", sealed)).contains("text");
        assertThat(scene.keys.tokens().id()).isEqualTo(id);
    }

    @Test
    void differBetweenInstallations(@TempDir Path elsewhere) {
        String sealed = scene.keys.signer().seal("test", "text");
        try (AuthScene other = new AuthScene(setup -> SqliteStore.open(elsewhere, setup), settings())) {
            assertThat(other.keys.signer().open("test", sealed)).isEmpty();
        }
    }

    @Test
    void signReadableTokens() throws Json.Malformed {
        TestApp app = scene.app(CallerKind.SERVER);
        String token = app.accountCredentials().text("access_token");
        Doc header = part(token, 0);
        Doc claims = part(token, 1);

        assertThat(header.text("alg")).isEqualTo("HS512");
        assertThat(header.text("v")).isEqualTo("2.0");
        assertThat(header.text("kid")).isEqualTo(scene.keys.tokens().id());
        assertThat(claims.names())
                .containsExactly(
                        "ver",
                        "clientId",
                        "code",
                        "iss",
                        "authenticationId",
                        "userId",
                        "groupNumber",
                        "aud",
                        "accountId",
                        "nbf",
                        "exp",
                        "tokenType",
                        "iat",
                        "jti",
                        "tolerance");
        assertThat(claims.text("iss")).isEqualTo("urn:zoom:connect:clientid:" + app.id());
        assertThat(claims.text("aud")).isEqualTo("https://oauth.zoom.us");
        assertThat(claims.text("accountId")).isEqualTo(AuthScene.ACME);
        assertThat(claims.text("tokenType")).isEqualTo("access_token");
        assertThat(claims.number("exp") - claims.number("iat")).isEqualTo(3600);
        assertThat(claims.number("iat")).isEqualTo(scene.clock.now().getEpochSecond());
    }
}
