package io.greenroom.kernel.http.body;

import io.greenroom.kernel.http.Percent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headers of one part of a multipart form. */
final class PartHeaders {
    private static final String EXTENDED = "utf-8''";
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");

    private PartHeaders() {}

    /**
     * By their names in lower case. A line that is no header is passed over, as browsers' old habits demand; one that
     * begins with a blank belongs to the line before, as in mails.
     */
    static Map<String, String> of(String block) {
        Map<String, String> headers = new HashMap<>();
        FOLD.matcher(block).replaceAll(" ").lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        });
        return headers;
    }

    /** The name of a part's file, without the folders that some clients send; empty when the part is no file. */
    static Optional<String> fileName(HeaderParameters disposition) {
        String plain = disposition.parameters().get("filename");
        String extended = disposition.parameters().get("filename*");
        if (extended != null && extended.toLowerCase(Locale.ROOT).startsWith(EXTENDED)) {
            String encoded = new String(
                    extended.substring(EXTENDED.length()).getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1);
            Optional<String> decoded = Percent.decode(encoded, false);
            if (decoded.isPresent()) {
                return decoded.map(PartHeaders::withoutFolders);
            }
        }
        return Optional.ofNullable(plain).map(PartHeaders::withoutFolders);
    }

    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
