package io.greenroom.kernel.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.regex.Pattern;

/**
 * Whether a request's headers are as HTTP has them: one host, names that are tokens, values without control characters
 * (RFC 9110, 9112). Helidon would judge the same with expressions and copies of each value, for each request. Threads
 * may share it.
 */
final class HeaderRules {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._~%!$&'()*+,;=-]{1,255}(:[0-9]{0,5})?|\\[[0-9A-Fa-f:.vV]{2,64}](:[0-9]{0,5})?");
    private static final String MARKS = "!#$%&'*+-.^_`|~";

    /** Nearly all requests name the host that the one before has named. */
    private volatile String lastHost = "";

    boolean areKept(Headers headers) {
        if (!headers.contains(HeaderNames.HOST) || !isHost(headers.get(HeaderNames.HOST))) {
            return false;
        }
        for (Header header : headers) {
            if (!isToken(header.name()) || !isText(header)) {
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

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!letter && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isText(Header header) {
        return header.valueCount() == 1
                ? isText(header.get())
                : header.allValues().stream().allMatch(HeaderRules::isText);
    }

    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
