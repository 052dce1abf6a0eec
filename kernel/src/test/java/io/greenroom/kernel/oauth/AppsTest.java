package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppsTest extends AuthTest {

    @Test
    void keepsOnlyTheHashOfASecret() {
        TestApp app = scene.app(CallerKind.USER);

        assertThat(app.row.toString()).doesNotContain("=" + TestApp.SECRET);
        assertThat(app.row.text("secret_hash")).hasSize(43);
        assertThat(app.row.has("signing_key")).isFalse();
    }

    @Test
    void keepsTheKeyThatALegacyAppSignsWith() {
        assertThat(scene.app(CallerKind.JWT).row.text("signing_key")).isEqualTo(TestApp.SECRET);
    }

    @Test
    void drawsCredentialsThatAreAllDifferent() {
        Apps.Credentials one = scene.apps().draw();
        Apps.Credentials other = scene.apps().draw();

        assertThat(one.clientId()).isNotEqualTo(other.clientId());
        assertThat(one.clientSecret()).isNotEqualTo(other.clientSecret()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void findsAppsOfAllAccounts() {
        TestApp app = scene.app(CallerKind.SERVER);

        Optional<Doc> found = scene.inside("other", unit -> Apps.byClientId(unit, app.id()));
        Optional<Doc> none = scene.inside(ACME, unit -> Apps.byClientId(unit, "nobody"));

        assertThat(found).contains(app.row);
        assertThat(none).isEmpty();
    }

    @Test
    void removesAnAppWithItsGrants() {
        TestApp app = scene.app(CallerKind.SERVER);
        app.accountCredentials();
        scene.inside(ACME, unit -> {
            scene.apps().remove(unit, app.row);
            return unit;
        });

        assertThat(scene.<Boolean>inside(
                        ACME, unit -> unit.in(KernelTables.GRANTS).exists()))
                .isFalse();
        assertRefused(app.accountCredentials(), 401, "invalid_client", "Invalid client_id or client_secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/callback",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://[::1]:3000/",
                "https://xn--mnchen-3ya.example/%C3%A9",
                "com.example.app:/back",
                "https://app.example.org/?a=b"
            })
    void acceptsRedirectUris(String uri) {
        assertThat(Apps.mayRedirectTo(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/callback",
                "app.example.org",
                "https://app.example.org/#part",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "https:",
                "https:callback",
                "https:///callback",
                "https://m\u00fcnchen.example/",
                "https://app.example.org/\u00e9",
                "com.example.app:/zur\u00fcck",
                "https://app.example.org/a b",
                "https://app.example.org/\r\nX: y"
            })
    void refusesInvalidRedirectUris(String uri) {
        assertThat(Apps.mayRedirectTo(uri)).isFalse();
        assertThatThrownBy(() -> scene.inside(ACME, unit -> scene.apps()
                        .create(
                                unit,
                                unit.blank(KernelTables.APPS)
                                        .put("kind", "user")
                                        .put("redirect_uris", List.of(uri)),
                                scene.apps().draw())))
                .isInstanceOf(ContractViolation.class);
    }
}
