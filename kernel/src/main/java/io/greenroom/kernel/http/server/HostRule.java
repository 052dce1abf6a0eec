package io.greenroom.kernel.http.server;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a request names one host, as HTTP/1.1 requires (RFC 9112 section 3.2). The host appears in the URLs of
 * answers, so it may contain nothing that names and addresses do not. Threads may share it.
 */
final class HostRule {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{0,5})?");

    /** Nearly all requests name the host that the one before has named. */
    private volatile String lastHost = "";

    boolean isKept(RequestHead head) {
        List<String> hosts = head.all("Host");
        return hosts.isEmpty() ? head.isOld() : hosts.size() == 1 && isHost(hosts.getFirst());
    }

    private boolean isHost(String host) {
        if (host.equals(lastHost)) {
            return true;
        }
        boolean kept = HOST.matcher(host).matches();
        if (kept) {
            lastHost = host;
        }
        return kept;
    }
}
