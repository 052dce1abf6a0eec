package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.server.control.ControlSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {
    private static final String TOKEN = "a-token-of-24-characters";

    private static ControlSettings admission(String... options) {
        return Exposure.admission(Start.config(options));
    }

    /** What a start prints. */
    private static String printed(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StartCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
                .open(Start.config(options))
                .close();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.0.1", "localhost", "::1", "[::1]"})
    void needsNoTokenOnTheLoopbackInterface(String host) {
        assertThat(admission("--host", host)).isEqualTo(new ControlSettings("", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--host=0.0.0.0", "--host=::", "--host=laptop", "--public-url=http://zoom.example.org"})
    void generatesATokenWhereOthersReachTheServer(String option) {
        ControlSettings admission = admission(option);

        assertThat(admission.open()).isFalse();
        assertThat(admission.token()).hasSize(32).isNotEqualTo(admission(option).token());
    }

    @Test
    void keepsTheConfiguredToken() {
        assertThat(admission("--control-token", TOKEN)).isEqualTo(new ControlSettings(TOKEN, false));
        assertThat(admission("--control-token", TOKEN, "--host=0.0.0.0")).isEqualTo(new ControlSettings(TOKEN, false));
    }

    @Test
    void closesTheControlApiOfProductionWithoutAToken() {
        assertThat(admission("--profile=production", "--data=/srv", "--public-url=https://zoom.example.org"))
                .isEqualTo(new ControlSettings("", false));
    }

    @Test
    void printsAGeneratedTokenButNotAConfiguredOne(@TempDir Path folder) {
        assertThat(printed("--host=0.0.0.0"))
                .containsPattern("/_greenroom, asks for the token [A-Za-z0-9_-]{32}, which");
        assertThat(printed("--control-token", TOKEN))
                .contains("/_greenroom, asks for the control token\n")
                .doesNotContain(TOKEN);
        assertThat(printed()).contains("/_greenroom\n");
        assertThat(printed("--profile=production", "--data=" + folder, "--public-url=https://zoom.example.org"))
                .contains("/_greenroom, closed until --control-token sets a token\n");
    }

    @Test
    void warnsOfWhatStrangersMayUse() {
        assertThat(Exposure.warnings(Start.config())).isEmpty();
        assertThat(Exposure.warnings(Start.config("--host=0.0.0.0", "--oauth-auto-approve=ada@example.org")))
                .hasSize(3)
                .first()
                .isEqualTo("Other machines can reach the demo account, whose secrets are public (demo true)");
        assertThat(Exposure.warnings(Start.config("--host=0.0.0.0", "--demo=false", "--oauth-dev-sign-in=false")))
                .isEmpty();
    }
}
