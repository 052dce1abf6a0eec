package io.greenroom.kernel.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreSetup;
import io.greenroom.kernel.store.sqlite.SqliteStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with an authorization server of its own. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder, open() the scene
public abstract class AuthTest {
    @TempDir
    Path folder;

    public AuthScene scene;

    OAuthSettings settings() {
        return OAuthSettings.development();
    }

    Store openStore(StoreSetup setup) {
        return SqliteStore.open(folder, setup);
    }

    @BeforeEach
    final void open() {
        scene = new AuthScene(this::openStore, settings());
    }

    @AfterEach
    final void close() {
        scene.close();
    }

    static void assertRefused(Reply reply, int status, String error, String reason) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(reply.json().names()).containsExactlyInAnyOrder("reason", "error");
        assertThat(reply.text("error")).isEqualTo(error);
        assertThat(reply.text("reason")).isEqualTo(reason);
    }
}
