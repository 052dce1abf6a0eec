package io.greenroom.server;

import io.greenroom.kernel.auth.Secrets;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.Profile;
import io.greenroom.server.config.Setting;
import io.greenroom.server.control.ControlSettings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** What the settings expose to other machines. */
final class Exposure {
    private static final int TOKEN_BYTES = 24;

    private Exposure() {}

    /**
     * Whether other machines may reach the server: by its public URL, or because it does not listen on the loopback
     * interface only.
     */
    static boolean toOthers(Config config) {
        return config.optional(Setting.PUBLIC_URL).isPresent() || !isLoopback(config.text(Setting.HOST));
    }

    private static boolean isLoopback(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            return bare.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(bare).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // a host name, which is not looked up
        }
    }

    /**
     * Who may use the control API: requests with the configured token; without one, this machine while no other can
     * reach the server, requests with a generated token otherwise, and in production none.
     */
    static ControlSettings admission(Config config) {
        String token = config.text(Setting.CONTROL_TOKEN);
        if (!token.isEmpty() || config.profile() == Profile.PRODUCTION) {
            return new ControlSettings(token, false);
        }
        return toOthers(config)
                ? new ControlSettings(Secrets.token(TOKEN_BYTES), false)
                : new ControlSettings("", true);
    }

    /** Warnings about settings that give strangers access, for the log. */
    static List<String> warnings(Config config) {
        List<String> warnings = new ArrayList<>();
        if (toOthers(config)) {
            if (config.flag(Setting.DEMO)) {
                warnings.add("Other machines can reach the demo account, whose secrets are public (demo true)");
            }
            if (config.flag(Setting.OAUTH_DEV_SIGN_IN)) {
                warnings.add("Other machines can sign in as any user without a password (oauth.dev-sign-in true)");
            }
            if (config.optional(Setting.OAUTH_AUTO_APPROVE).isPresent()) {
                warnings.add("Apps of other machines are approved without asking (oauth.auto-approve)");
            }
        }
        return warnings;
    }
}
