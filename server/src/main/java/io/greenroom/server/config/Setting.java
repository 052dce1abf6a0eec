package io.greenroom.server.config;

import static io.greenroom.server.config.Kind.FLAG;
import static io.greenroom.server.config.Kind.choice;
import static io.greenroom.server.config.Kind.number;
import static io.greenroom.server.config.Kind.secret;
import static io.greenroom.server.config.Kind.text;
import static io.greenroom.server.config.Kind.webAddress;
import static io.greenroom.server.config.Kind.words;
import static io.greenroom.server.config.Setting.Defaults.always;
import static io.greenroom.server.config.Setting.Defaults.by;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * All settings, in one table. A name gives all its spellings: {@code oauth.dev-sign-in} is {@code --oauth-dev-sign-in},
 * {@code GREENROOM_OAUTH_DEV_SIGN_IN} and the system property {@code greenroom.oauth.dev-sign-in}.
 */
@SuppressWarnings("ImmutableEnumChecker") // Kind and Defaults are records of immutable things.
public enum Setting {
    PROFILE("profile", choice("dev", "ci", "realistic", "production"), always("dev"), "Which defaults apply"),
    HOST("host", Kind.host(), always("127.0.0.1"), "Where to listen"),
    PORT("port", Kind.port(), always("4733"), "Which port to listen on; 0 picks a free one"),
    PUBLIC_URL("public-url", webAddress(), always(""), "How others reach this server; else the host they ask for"),
    ALLOWED_HOSTS(
            "allowed-hosts",
            Kind.hosts(),
            always(""),
            "Which host names of the internet requests may use while there is no public URL"),
    TRUSTED_PROXIES(
            "trusted-proxies",
            Kind.networks(),
            always(""),
            "Which proxies to believe what address a request comes from, in X-Forwarded-For or else Forwarded"),
    DATA("data", Kind.folder(), always(""), "The folder that keeps everything; else it goes with the process"),
    DATABASE("database", Kind.database(), always(""), "A PostgreSQL database that keeps everything but files"),

    DEMO("demo", FLAG, by("true", "true", "true", "false"), "Whether there is a demo account, whose secrets all know"),
    DEMO_PLAN("demo.plan", choice("free", "pro", "business", "enterprise"), always("enterprise"), "The demo's plan"),
    DEMO_REDIRECT_URIS(
            "demo.redirect-uris",
            Kind.redirectUris(),
            always("http://localhost:3000/callback,http://localhost:8080/callback,https://oauth.pstmn.io/v1/callback"),
            "Where the demo account's OAuth apps may send people back to"),
    SEED(
            "seed",
            Kind.anyNumberOrNothing(),
            by("", "1", "", ""),
            "The same seed gives the same ids and passcodes, which can be predicted"),

    LIMITS(
            "limits",
            choice("enforce", "observe", "off"),
            by("observe", "observe", "enforce", "enforce"),
            "Whether rate limits refuse, are only told in headers, or are not counted"),
    STRICT(
            "strict",
            choice("off", "warn", "on"),
            always("warn"),
            "Whether unknown fields are ignored, noted or refused"),
    TOKENS_IN_QUERY(
            "tokens.in-query",
            FLAG,
            by("true", "true", "true", "false"),
            "Whether ?access_token= is taken, as in 2021"),
    FAULTS_BY_HEADER(
            "faults.by-header",
            FLAG,
            by("true", "true", "true", "false"),
            "Whether the header X-Greenroom-Fault of a request makes it fail"),
    ERRORS_XML(
            "errors.xml",
            FLAG,
            always("false"),
            "Whether callers that accept any type get errors as XML, as in 2021; those that prefer XML always do"),
    LEGACY_JWT("legacy.jwt", FLAG, by("true", "true", "true", "false"), "Whether apps may sign tokens themselves"),
    OAUTH_AUTO_APPROVE(
            "oauth.auto-approve",
            text("USER", "an e-mail address or an id"),
            always(""),
            "Who approves every app at once"),
    OAUTH_DEV_SIGN_IN(
            "oauth.dev-sign-in", FLAG, by("true", "true", "true", "false"), "Whether one signs in without a password"),
    OAUTH_STRICT_SCOPE(
            "oauth.strict-scope", FLAG, always("false"), "Whether /oauth/authorize refuses a scope parameter"),
    OAUTH_TOKENS(
            "oauth.tokens",
            choice("many", "one"),
            always("many"),
            "Whether earlier access tokens stay valid, or a refresh or a server-to-server app's next token ends them,"
                    + " as from 2022 to 2023"),
    CONTROL_TOKEN(
            "control.token",
            secret(16),
            always(""),
            "What /_greenroom asks for, and in production /metrics; without it only this machine is let in"),
    PRODUCTION_ALLOW(
            "production.allow",
            words(
                    "demo",
                    "limits",
                    "tokens.in-query",
                    "faults.by-header",
                    "legacy.jwt",
                    "oauth.auto-approve",
                    "oauth.dev-sign-in",
                    "mail.starttls"),
            always(""),
            "Which settings may be more permissive in production than its defaults"),

    WEBHOOKS_ALLOW(
            "webhooks.allow",
            Kind.networks(),
            always(""),
            "Which networks events may be sent to in production besides the internet"),
    EVENTS_KEEP(
            "events.keep",
            number(1, 36_500),
            always("7"),
            "How many days events are kept, by the clock of their account; at most 100,000 an account"),

    LOG_REQUESTS(
            "log.requests",
            choice("all", "failures", "off"),
            by("all", "failures", "all", "all"),
            "Which requests to log; all logs events as well"),
    LOG_FORMAT("log.format", choice("auto", "text", "json"), always("auto"), "How to log; auto: text on a terminal"),

    UUIDS(
            "uuids",
            choice("plain", "nasty"),
            always("plain"),
            "Whether UUIDs of meetings avoid / at the start and //, or all have one of them: clients must encode such"
                    + " twice"),
    HISTORY_LAG_MINUTES(
            "history.lag-minutes",
            number(0, 10_080),
            always("0"),
            "How long after its end past operations show a meeting; at the real service, some minutes"),

    MAIL_SMTP(
            "mail.smtp",
            Kind.mailServer(),
            always(""),
            "The mail server that sends mails to people; else they are only kept for the control API"),
    MAIL_FROM("mail.from", Kind.mailAddress(), always(""), "The sender of mails"),
    MAIL_USER("mail.user", text("USER", "a name"), always(""), "Who signs in to the mail server"),
    MAIL_PASSWORD("mail.password", secret(1), always(""), "The password at the mail server"),
    MAIL_STARTTLS(
            "mail.starttls",
            choice("required", "opportunistic", "none"),
            by("opportunistic", "opportunistic", "opportunistic", "required"),
            "Whether a smtp:// connection must, may or does not change to TLS"),

    OPERATION_LOG_DAYS(
            "operation-log.days",
            number(0, 36_500),
            always("186"),
            "How long operation logs are kept; reports go back six months; 0 keeps them for ever"),
    BODY_MAX_BYTES(
            "body.max-bytes",
            number(1024, 64L << 20),
            always("1048576"),
            "How large a JSON body may be, in bytes; all together take no more than a sixteenth of the heap"),
    UPLOAD_MAX_BYTES(
            "upload.max-bytes",
            number(1024, 4L << 30),
            always("33554432"),
            "How large a form with files may be, in bytes"),
    CONNECTIONS_MAX(
            "connections.max",
            Kind.numberOrNothing(1, 1_000_000),
            always(""),
            "How many may be open at once; else one for each 128 KB of the heap"),
    CONNECTIONS_PER_ADDRESS(
            "connections.per-address",
            Kind.numberOrNothing(1, 1_000_000),
            always(""),
            "How many of them one client address may have; else half of them"),
    CONNECTIONS_IDLE_SECONDS(
            "connections.idle-seconds", number(1, 3600), always("60"), "When a quiet connection is closed"),
    STOP_SECONDS("stop.seconds", number(0, 600), always("10"), "How long running requests may take when it stops");

    private static final String PREFIX = "greenroom";
    private static final String FILE = "-file";

    private final String key;
    private final Kind kind;
    private final Defaults defaults;
    private final String description;

    Setting(String key, Kind kind, Defaults defaults, String description) {
        this.key = key;
        this.kind = kind;
        this.defaults = defaults;
        this.description = description;
    }

    /** The default of a setting in each profile. */
    record Defaults(String dev, String ci, String realistic, String production) {
        static Defaults always(String value) {
            return new Defaults(value, value, value, value);
        }

        static Defaults by(String dev, String ci, String realistic, String production) {
            return new Defaults(dev, ci, realistic, production);
        }

        String in(Profile profile) {
            return switch (profile) {
                case DEV -> dev;
                case CI -> ci;
                case REALISTIC -> realistic;
                case PRODUCTION -> production;
            };
        }
    }

    /** A spelling of settings' names. */
    enum Spelling {
        OPTION,
        PROPERTY,
        VARIABLE,
        YAML;

        String of(String key) {
            return switch (this) {
                case OPTION -> "--" + key.replace('.', '-');
                case PROPERTY -> PREFIX + "." + key;
                case VARIABLE ->
                    (PREFIX + "_" + key).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
                case YAML -> key;
            };
        }
    }

    public String key() {
        return key;
    }

    public String description() {
        return description;
    }

    public boolean isSecret() {
        return kind.secret();
    }

    boolean isFlag() {
        return kind.equals(FLAG);
    }

    Kind kind() {
        return kind;
    }

    String standard(Profile profile) {
        return defaults.in(profile);
    }

    /** The setting as an option of the command line. */
    public String option() {
        return spelled(Spelling.OPTION);
    }

    /** The placeholder of its value in the help. */
    public String placeholder() {
        return kind.placeholder();
    }

    /** The default, with the profiles that differ; empty when there is none. */
    public String standards() {
        StringJoiner standards = new StringJoiner(", ");
        if (!defaults.dev().isEmpty()) {
            standards.add(defaults.dev());
        }
        for (Profile profile : Profile.values()) {
            if (!standard(profile).equals(defaults.dev())) {
                standards.add("in " + profile.name().toLowerCase(Locale.ROOT) + " " + standard(profile));
            }
        }
        return standards.toString();
    }

    /** The setting's name in a spelling. */
    String spelled(Spelling spelling) {
        return spelling.of(key);
    }

    /** The name of the setting that names the file of a secret. */
    String fileSpelled(Spelling spelling) {
        return spelling.of(key + FILE);
    }
}
