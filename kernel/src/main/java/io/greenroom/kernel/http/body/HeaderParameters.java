package io.greenroom.kernel.http.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A header's value with parameters behind it: {@code form-data; name="picture"; filename=a.png}.
 *
 * @param value what stands before the first semicolon
 * @param parameters by their names in lower case; of two with one name the first
 * @param quoted the names of those that stand in quotation marks
 */
record HeaderParameters(String value, Map<String, String> parameters, Set<String> quoted) {
    static HeaderParameters of(String header) {
        int semicolon = header.indexOf(';');
        if (semicolon < 0) {
            return new HeaderParameters(header.strip(), Map.of(), Set.of());
        }
        Map<String, String> parameters = new HashMap<>();
        Set<String> quoted = new HashSet<>();
        int at = semicolon + 1;
        while (at < header.length()) {
            int end = endOfParameter(header, at);
            String parameter = header.substring(at, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                String text = parameter.substring(equals + 1).strip();
                boolean inMarks = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
                if (parameters.putIfAbsent(name, inMarks ? unquoted(text) : text) == null && inMarks) {
                    quoted.add(name);
                }
            }
            at = end + 1;
        }
        return new HeaderParameters(header.substring(0, semicolon).strip(), Map.copyOf(parameters), Set.copyOf(quoted));
    }

    /** Where the next semicolon stands that is not between quotation marks. */
    private static int endOfParameter(String header, int from) {
        boolean inMarks = false;
        for (int i = from; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                inMarks = !inMarks;
            } else if (c == '\\' && inMarks) {
                i++;
            } else if (c == ';' && !inMarks) {
                return i;
            }
        }
        return header.length();
    }

    /** Without the marks. A backslash escapes marks only: Windows paths have plain ones. */
    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replace("\\\"", "\"");
    }
}
