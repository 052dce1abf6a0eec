package io.greenroom.server;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo account. Its ids and secrets are the same everywhere and public, so that they can be printed without asking
 * a server; production installations must not have it.
 */
final class Demo {
    static final String ACCOUNT = "GreenroomDemoAccount01";
    static final String OWNER = "GreenroomDemoOwner0001";
    static final String OWNER_EMAIL = "admin@greenroom.example";
    static final String OWNER_PASSWORD = "Greenroom-Demo-1";

    /** Fixed: hashing would take longer than the rest of a start, and the password is public. */
    static final String OWNER_PASSWORD_HASH =
            "pbkdf2-sha256$600000$R3JlZW5yb29tRGVtb1NhbA$bPJs9-c7EHb3RgjPEY7EzRYSl_ljSGbIyELyUiKQF1s";

    static final String DOMAIN = "greenroom.example";
    static final String WEBHOOK_SECRET = "DemoWebhookSecret00001";

    private Demo() {}

    /** The apps of the demo account. */
    enum App {
        SERVER(
                "Server-to-server",
                "ZOOM_",
                CallerKind.SERVER,
                "DemoServerToServerApp1",
                "demoServerToServerSecretNotReal1"),
        USER(
                "User-level OAuth",
                "ZOOM_OAUTH_",
                CallerKind.USER,
                "DemoUserLevelOAuthApp1",
                "demoUserLevelOAuthSecretNotReal1"),
        ACCOUNT(
                "Account-level OAuth",
                "ZOOM_ACCOUNT_OAUTH_",
                CallerKind.ACCOUNT,
                "DemoAccountOAuthApp001",
                "demoAccountOAuthSecretNotReal001"),
        CHATBOT(
                "Chatbot",
                "ZOOM_CHATBOT_",
                CallerKind.CHATBOT,
                "DemoChatbotApp00000001",
                "demoChatbotSecretNotReal00000001"),
        JWT("Legacy JWT", "ZOOM_JWT_", CallerKind.JWT, "DemoLegacyJwtApiKey001", "demoLegacyJwtSecretNotForRealUse"),
        LIMITED(
                "Server-to-server, users only",
                "ZOOM_LIMITED_",
                CallerKind.SERVER,
                "DemoLimitedServerApp01",
                "demoLimitedServerSecretNotReal01");

        private final String title;
        private final String prefix;
        private final CallerKind kind;
        private final String clientId;
        private final String secret;

        App(String title, String prefix, CallerKind kind, String clientId, String secret) {
            this.title = title;
            this.prefix = prefix;
            this.kind = kind;
            this.clientId = clientId;
            this.secret = secret;
        }

        String title() {
            return title;
        }

        CallerKind kind() {
            return kind;
        }

        Credentials credentials() {
            return new Credentials(clientId, secret);
        }

        private List<String> lines() {
            boolean jwt = kind == CallerKind.JWT;
            return List.of(
                    prefix + (jwt ? "API_KEY=" : "CLIENT_ID=") + clientId,
                    prefix + (jwt ? "API_SECRET=" : "CLIENT_SECRET=") + secret);
        }
    }

    /** The output of {@code greenroom env} for a server with these settings. */
    static List<String> environment(Config config) {
        if (!config.flag(Setting.DEMO)) {
            throw new CannotStart("There is no demo account: demo is false ("
                    + config.value(Setting.DEMO).origin() + "). The control API opens accounts.");
        }
        if (config.number(Setting.PORT) == 0) {
            throw new CannotStart("Port 0 is another one at each start, which prints where it is.");
        }
        return environment(Address.expected(config));
    }

    /** The same, for a server at this address. */
    static List<String> environment(String url) {
        List<String> lines = new ArrayList<>(List.of(
                "ZOOM_API_BASE_URL=" + url + "/v2",
                "ZOOM_OAUTH_BASE_URL=" + url + "/oauth",
                "ZOOM_ACCOUNT_ID=" + ACCOUNT));
        for (App app : App.values()) {
            lines.addAll(app.lines());
        }
        lines.add("ZOOM_WEBHOOK_SECRET_TOKEN=" + WEBHOOK_SECRET);
        lines.add("ZOOM_ADMIN_EMAIL=" + OWNER_EMAIL);
        lines.add("ZOOM_ADMIN_PASSWORD=" + OWNER_PASSWORD);
        return lines;
    }

    /** A shell line that gets a token and requests its user. */
    static String curl(String url) {
        Credentials app = App.SERVER.credentials();
        return "curl -s -H \"Authorization: Bearer $("
                + "curl -s -u %s:%s -d grant_type=account_credentials -d account_id=%s"
                        .formatted(app.clientId(), app.clientSecret(), ACCOUNT)
                + " %s/oauth/token | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\" %s/v2/users/me"
                        .formatted(url, url);
    }
}
