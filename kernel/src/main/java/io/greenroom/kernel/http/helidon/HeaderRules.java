package io.greenroom.kernel.http.helidon;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.regex.Pattern;

/**
 * Whether a request's headers are as HTTP must have them: one host, names that are tokens, no NUL in a value (RFC 9110
 * section 5, RFC 9112 section 3.2; the parser has seen to CR and LF). The host comes back in the URLs of answers, so it
 * may hold nothing that names and addresses do not. Helidon would judge more, with expressions and copies of each value
 * for each request. Threads may share it.
 */
final class HeaderRules {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{0,5})?");
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    /** Nearly all requests name the host that the one before has named. */
    private volatile String lastHost = "";

    boolean areKept(Headers headers) {
        if (!headers.contains(HeaderNames.HOST) || !isHost(headers.get(HeaderNames.HOST))) {
            return false;
        }
        for (Header header : headers) {
            if (!isName(header.headerName()) || !isText(header)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHost(Header header) {
        if (header.valueCount() != 1) {
            return false;
        }
        String host = header.get();
        if (host.equals(lastHost)) {
            return true;
        }
        boolean kept = HOST.matcher(host).matches();
        if (kept) {
            lastHost = host;
        }
        return kept;
    }

    /** Helidon's own names are tokens. */
    private static boolean isName(HeaderName name) {
        return name.index() >= 0 || isToken(name.lowerCase());
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isText(Header header) {
        return header.valueCount() == 1
                ? header.get().indexOf(0) < 0
                : header.allValues().stream().allMatch(value -> value.indexOf(0) < 0);
    }
}
