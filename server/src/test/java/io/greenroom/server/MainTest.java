package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.server.config.Setting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        return new Main(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> complained() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsTheDemoCredentialsWithoutAServer() {
        assertThat(run("env", "--port", "5000")).isZero();
        assertThat(printed())
                .startsWith(
                        "ZOOM_API_BASE_URL=http://127.0.0.1:5000/v2",
                        "ZOOM_OAUTH_BASE_URL=http://127.0.0.1:5000/oauth",
                        "ZOOM_ACCOUNT_ID=GreenroomDemoAccount01")
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactly(
                        "ZOOM_API_BASE_URL",
                        "ZOOM_OAUTH_BASE_URL",
                        "ZOOM_ACCOUNT_ID",
                        "ZOOM_CLIENT_ID",
                        "ZOOM_CLIENT_SECRET",
                        "ZOOM_OAUTH_CLIENT_ID",
                        "ZOOM_OAUTH_CLIENT_SECRET",
                        "ZOOM_ACCOUNT_OAUTH_CLIENT_ID",
                        "ZOOM_ACCOUNT_OAUTH_CLIENT_SECRET",
                        "ZOOM_CHATBOT_CLIENT_ID",
                        "ZOOM_CHATBOT_CLIENT_SECRET",
                        "ZOOM_JWT_API_KEY",
                        "ZOOM_JWT_API_SECRET",
                        "ZOOM_LIMITED_CLIENT_ID",
                        "ZOOM_LIMITED_CLIENT_SECRET",
                        "ZOOM_WEBHOOK_SECRET_TOKEN",
                        "ZOOM_ADMIN_EMAIL",
                        "ZOOM_ADMIN_PASSWORD");
        assertThat(printed()).allMatch(line -> line.matches("[A-Z_]+=[A-Za-z0-9:/.@_-]+"));
    }

    @Test
    void printsNoCredentialsWhereThereIsNoDemoAccount() {
        assertThat(run("env", "--demo=false")).isEqualTo(1);
        assertThat(complained())
                .containsExactly("greenroom: There is no demo account: demo is false (--demo)."
                        + " The control API opens accounts.");
        assertThat(printed()).isEmpty();
    }

    @Test
    void printsNoCredentialsForAPortThatIsNotKnownYet() {
        assertThat(run("env", "--port=0")).isEqualTo(1);
        assertThat(complained())
                .containsExactly("greenroom: Port 0 is another one at each start, which prints where it is.");
    }

    @Test
    void printsEachSettingWithItsValueAndOriginButNoSecret() {
        assertThat(run("config", "--control-token=hush-hush-hush-hush", "--limits=off"))
                .isZero();
        assertThat(printed())
                .hasSize(Setting.values().length)
                .anyMatch(line -> line.matches("control\\.token +\\(secret\\) +--control-token"))
                .anyMatch(line -> line.matches("limits +off +--limits"))
                .anyMatch(line -> line.matches("data +- +profile dev"))
                .noneMatch(line -> line.contains("hush"));
    }

    @Test
    void listsEachSettingInItsHelp() {
        assertThat(run("--help")).isZero();
        for (Setting setting : Setting.values()) {
            assertThat(printed()).anyMatch(line -> line.contains("  " + setting.option() + " "));
        }
    }

    @Test
    void namesTheCommandAndTheOptionThatWereMeant() {
        assertThat(run("strat")).isEqualTo(2);
        assertThat(run("start", "--prot=1")).isEqualTo(2);
        assertThat(complained())
                .containsExactly(
                        "greenroom: strat is no command; did you mean start?",
                        "greenroom: --prot is no setting; did you mean --port?",
                        "greenroom: greenroom help lists the settings");
    }

    @Test
    void saysThatAFileIsNoFolder(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("--port=0", "--data=" + file)).isEqualTo(1);
        assertThat(complained())
                .containsExactly("greenroom: The folder %s cannot be made: %s is a file".formatted(file, file));
    }

    @Test
    void saysInALineWhyItCannotStart(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("--port=0", "--log-format=text", "--data=" + file.resolve("data")))
                .isEqualTo(1);
        assertThat(complained()).hasSize(1).first().asString().startsWith("greenroom: The folder " + file);
    }
}
