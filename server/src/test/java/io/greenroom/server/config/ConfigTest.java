package io.greenroom.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.server.config.Setting.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("greenroom.yaml");
    }

    private Config read(List<String> arguments, Map<String, String> properties, Map<String, String> environment) {
        return Config.read(new Sources(arguments, properties, environment, file));
    }

    private Config read(String... arguments) {
        return read(List.of(arguments), Map.of(), Map.of());
    }

    private List<String> faults(String... arguments) {
        return faults(List.of(arguments), Map.of(), Map.of());
    }

    private List<String> faults(
            List<String> arguments, Map<String, String> properties, Map<String, String> environment) {
        try {
            read(arguments, properties, environment);
            return List.of();
        } catch (ConfigFault fault) {
            return fault.faults();
        }
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void hasDefaultsThatFitTheirKind(Setting setting) {
        for (Profile profile : Profile.values()) {
            assertThat(setting.kind().accepts().test(setting.standard(profile)))
                    .as("%s in %s", setting, profile)
                    .isTrue();
        }
        assertThat(setting.description()).isNotBlank();
        assertThat(setting.key()).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?");
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void spellsNoTwoSettingsAlike(Spelling spelling) {
        assertThat(Arrays.stream(Setting.values()).map(setting -> setting.spelled(spelling)))
                .doesNotHaveDuplicates();
    }

    @Test
    void spellsNamesByOneRule() {
        assertThat(Arrays.stream(Spelling.values()).map(Setting.OAUTH_DEV_SIGN_IN::spelled))
                .containsExactly(
                        "--oauth-dev-sign-in",
                        "greenroom.oauth.dev-sign-in",
                        "GREENROOM_OAUTH_DEV_SIGN_IN",
                        "oauth.dev-sign-in");
    }

    @Test
    void takesDefaultsFromTheProfile() {
        assertThat(read().value(Setting.LIMITS)).isEqualTo(new Config.Value("observe", "profile dev"));
        assertThat(read("--profile", "realistic").value(Setting.LIMITS))
                .isEqualTo(new Config.Value("enforce", "profile realistic"));
    }

    @Test
    void prefersTheCommandLineThenPropertiesThenTheEnvironmentThenTheFile() throws IOException {
        List<String> argument = List.of("--port=1");
        Map<String, String> property = Map.of("greenroom.port", "2", "java.home", "/somewhere");
        Map<String, String> variable = Map.of("GREENROOM_PORT", "3", "HOME", "/root");
        Files.writeString(file, "port: 4\n");

        assertThat(read(argument, property, variable).value(Setting.PORT)).isEqualTo(new Config.Value("1", "--port"));
        assertThat(read(List.of(), property, variable).value(Setting.PORT).origin())
                .isEqualTo("greenroom.port");
        assertThat(read(List.of(), Map.of(), variable).value(Setting.PORT).origin())
                .isEqualTo("GREENROOM_PORT");
        assertThat(read().number(Setting.PORT)).isEqualTo(4);
    }

    @Test
    void takesTheProfileFromAnySource() throws IOException {
        Files.writeString(file, "profile: ci\n");

        assertThat(read().profile()).isEqualTo(Profile.CI);
        assertThat(read(List.of(), Map.of(), Map.of("GREENROOM_PROFILE", "realistic"))
                        .profile())
                .isEqualTo(Profile.REALISTIC);
    }

    @Test
    void readsNestedAndDottedKeysOfTheFile() throws IOException {
        Files.writeString(
                file,
                """
                oauth:
                  dev-sign-in: false
                log.requests: failures
                demo: {redirect-uris: ['http://a.example/x', 'http://b.example/y']}
                """);

        Config config = read();

        assertThat(config.flag(Setting.OAUTH_DEV_SIGN_IN)).isFalse();
        assertThat(config.text(Setting.LOG_REQUESTS)).isEqualTo("failures");
        assertThat(config.list(Setting.DEMO_REDIRECT_URIS)).containsExactly("http://a.example/x", "http://b.example/y");
    }

    @Test
    void reportsFaultsOfTheFile() throws IOException {
        Files.writeString(file, "port: 1\nport: 2\n");

        assertThatExceptionOfType(ConfigFault.class).isThrownBy(this::read).withMessageContaining("greenroom.yaml");
    }

    @Test
    void takesAFlagAloneAsTrue() {
        Config config = read("--legacy-jwt=false", "--oauth-strict-scope", "--port", "0");

        assertThat(config.flag(Setting.LEGACY_JWT)).isFalse();
        assertThat(config.flag(Setting.OAUTH_STRICT_SCOPE)).isTrue();
        assertThat(config.number(Setting.PORT)).isZero();
    }

    @Test
    void takesTheWordAfterAFlag() {
        Config config = read("--demo", "false", "--legacy-jwt", "--port", "0");

        assertThat(config.flag(Setting.DEMO)).isFalse();
        assertThat(config.flag(Setting.LEGACY_JWT)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--profile, prod",
        "--host, ''",
        "--data, a\0b",
        "--public-url, http://host:99999",
        "--public-url, http://",
        "--public-url, http://host/$(stop)",
        "--public-url, http://host/?a=b",
        "--demo-redirect-uris, http://host/#there",
        "--allowed-hosts, zoom.example.org:443",
        "--demo-redirect-uris, nowhere",
        "--demo-redirect-uris, https:callback",
    })
    void refusesInvalidValuesInOneLine(String option, String value) {
        assertThat(faults(option, value))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(option + ": \"" + value + "\" must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a_service:4733", "https://[::1]:8443/zoom/", "https://zoom.example"})
    void acceptsWebAddresses(String address) {
        assertThat(read("--public-url", address).text(Setting.PUBLIC_URL)).isEqualTo(address);
    }

    @Test
    void readsASecretFromAFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("token"), "s3cret-of-16-letters\n");

        Config config = read(List.of(), Map.of(), Map.of("GREENROOM_CONTROL_TOKEN_FILE", secret.toString()));

        assertThat(config.value(Setting.CONTROL_TOKEN))
                .isEqualTo(new Config.Value("s3cret-of-16-letters", "GREENROOM_CONTROL_TOKEN_FILE"));
    }

    @Test
    void refusesAFileForASettingThatIsNoSecret() {
        assertThat(faults("--port-file", "x")).containsExactly("--port-file is no setting; did you mean --profile?");
    }

    @Test
    void namesTheNearestKnownSettingOfTheSameSource() {
        assertThat(faults(
                        List.of("--prot", "1"),
                        Map.of("greenroom.limit", "off"),
                        Map.of("GREENROOM_DATABSE", "x", "GREENROOM_JAVA_OPTS", "-Xmx1g")))
                .containsExactly(
                        "--prot is no setting; did you mean --port?",
                        "greenroom.limit is no setting; did you mean greenroom.limits?",
                        "GREENROOM_DATABSE is no setting; did you mean GREENROOM_DATABASE?");
    }

    @Test
    void guessesNothingWhereNothingIsNear() {
        assertThat(faults("--something-entirely-else", "1")).containsExactly("--something-entirely-else is no setting");
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThat(faults(
                        "--port",
                        "99999",
                        "--limits=sometimes",
                        "stray",
                        "--database",
                        "mysql://u:secret@h/d",
                        "--host"))
                .containsExactly(
                        "stray: an option begins with --",
                        "--host needs a value",
                        "--port: \"99999\" must be a whole number from 0 to 65535",
                        "--database: its value must be an address like postgresql://user:password@host:5432/name",
                        "--limits: \"sometimes\" must be one of enforce, observe, off");
    }

    @Test
    void acceptsMailServers() {
        Config config = read("--mail-smtp=smtps://[::1]:465", "--mail-from=greenroom@example.org");

        assertThat(config.text(Setting.MAIL_SMTP)).isEqualTo("smtps://[::1]:465");
        assertThat(config.text(Setting.MAIL_STARTTLS)).isEqualTo("opportunistic");
        assertThat(read(production()).text(Setting.MAIL_STARTTLS)).isEqualTo("required");
    }

    @Test
    void refusesOtherMailServers() {
        List<String> addresses = List.of(
                "mail.example.org",
                "http://mail.example.org",
                "smtp://",
                "smtp://mail..example.org",
                "smtp://[::::]",
                "smtp://mail.example.org:0",
                "smtp://mail.example.org:65536",
                "smtp://ada:secret@mail.example.org",
                "smtp://mail.example.org/path");

        for (String address : addresses) {
            assertThat(faults("--mail-smtp=" + address, "--mail-from=greenroom@example.org"))
                    .containsExactly("--mail-smtp: \"" + address
                            + "\" must be an address like smtp://host:587 or smtps://host:465");
        }
    }

    @Test
    void refusesIncompleteSettingsOfMails() {
        assertThat(faults("--mail-smtp=smtp://mail.example.org", "--mail-user=greenroom"))
                .containsExactly(
                        "mail.smtp needs --mail-from, the sender of mails",
                        "mail.user and mail.password need each other");
        assertThat(faults("--mail-smtp=smtp://mail.example.org", "--mail-from=Ada <ada@example.org>"))
                .containsExactly("--mail-from: \"Ada <ada@example.org>\" must be an e-mail address like"
                        + " greenroom@example.org");
        assertThat(faults(production(
                        "--mail-smtp=smtp://mail.example.org",
                        "--mail-from=greenroom@example.org",
                        "--mail-starttls=none")))
                .containsExactly("profile production refuses mail.starttls none (--mail-starttls);"
                        + " --production-allow=mail.starttls confirms it");
    }

    @Test
    void refusesProductionThatKeepsNothing() {
        assertThat(faults("--profile", "production", "--public-url=https://zoom.example.org"))
                .containsExactly("profile production needs --data, a folder to keep everything in");
        assertThat(read(production()).flag(Setting.DEMO)).isFalse();
    }

    private static String[] production(String... more) {
        Stream<String> usual =
                Stream.of("--profile=production", "--data=/srv/greenroom", "--public-url=https://zoom.example.org");
        return Stream.concat(usual, Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void refusesProductionWithoutAPublicUrl() {
        assertThat(faults("--profile=production", "--data=/srv/greenroom"))
                .containsExactly("profile production needs --public-url, the address that others reach this server by");
    }

    @ParameterizedTest
    @CsvSource({
        "demo, true",
        "limits, observe",
        "limits, off",
        "tokens.in-query, true",
        "faults.by-header, true",
        "legacy.jwt, true",
        "oauth.auto-approve, ada@example.org",
        "oauth.dev-sign-in, true",
    })
    void asksForConfirmationOfPermissiveSettingsInProduction(String key, String value) {
        String option = Spelling.OPTION.of(key);
        String confirmation = "--production-allow=" + key;

        assertThat(faults(production(option, value)))
                .containsExactly("profile production refuses " + key + " " + value + " (" + option + "); "
                        + confirmation + " confirms it");
        assertThat(read(production(option, value, confirmation)).profile()).isEqualTo(Profile.PRODUCTION);
        assertThat(faults(option, value)).isEmpty();
    }

    @Test
    void refusesToConfirmASettingThatIsSafe() {
        assertThat(faults("--production-allow=demo,port"))
                .hasSize(1)
                .first()
                .asString()
                .contains("must be out of demo,");
    }

    @Test
    void refusesShortControlTokensWithoutShowingThem() {
        assertThat(faults("--control-token=fifteen-letters"))
                .containsExactly("--control-token: its value must be a secret of at least 16 characters");
    }
}
