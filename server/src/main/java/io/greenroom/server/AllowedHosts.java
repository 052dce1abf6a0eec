package io.greenroom.server;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses requests for host names of the public internet, by which web pages could reach this server after DNS
 * rebinding. Addresses, names without a dot and names below private top-level domains cannot be rebound; the settings
 * name others.
 */
final class AllowedHosts implements Handler {
    private static final int FORBIDDEN = 403;
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final List<String> PRIVATE = List.of(".localhost", ".test", ".local", ".internal");

    private final Set<String> named;
    private final Handler site;

    /** Nearly all requests name the host that the one before has named. */
    private volatile String lastAllowed = "";

    private AllowedHosts(Set<String> named, Handler site) {
        this.named = named;
        this.site = site;
    }

    /** The site behind this check, or alone if it has a public URL, since names then do not come from requests. */
    static Handler before(Handler site, Config config) {
        if (config.optional(Setting.PUBLIC_URL).isPresent()) {
            return site;
        }
        Set<String> named = new HashSet<>();
        config.list(Setting.ALLOWED_HOSTS).forEach(host -> named.add(host.toLowerCase(Locale.ROOT)));
        named.add(config.text(Setting.HOST).toLowerCase(Locale.ROOT));
        return new AllowedHosts(named, site);
    }

    @Override
    public Answer handle(Request request) {
        String header = request.host();
        if (!header.equals(lastAllowed)) {
            String host = name(header);
            if (!allows(host)) {
                return refused(host);
            }
            lastAllowed = header;
        }
        return site.handle(request);
    }

    /** The host name in lower case, without port and final dot. */
    private static String name(String header) {
        String host = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private boolean allows(String host) {
        return (host.indexOf('.') < 0 && host.indexOf(':') < 0)
                || ADDRESS.matcher(host).matches()
                || PRIVATE.stream().anyMatch(host::endsWith)
                || named.contains(host);
    }

    private static Answer refused(String host) {
        Doc body = new Doc(Schema.anyObject())
                .put("code", FORBIDDEN)
                .put(
                        "message",
                        "The host name " + host
                                + " is not allowed: it may be a web page's, after DNS rebinding. Allow it"
                                + " with --allowed-hosts, or set --public-url.");
        return Answer.json(FORBIDDEN, Json.write(body).getBytes(StandardCharsets.UTF_8));
    }
}
