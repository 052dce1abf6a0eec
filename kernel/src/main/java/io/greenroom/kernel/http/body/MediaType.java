package io.greenroom.kernel.http.body;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code Content-Type} header says.
 *
 * @param type in lower case, such as {@code application/json}
 * @param parameters by their names in lower case
 */
public record MediaType(String type, Map<String, String> parameters) {
    private static final Set<String> YAML = Set.of("application/yaml", "application/x-yaml", "text/yaml");
    private static final Optional<MediaType> JSON = Optional.of(new MediaType("application/json", Map.of()));

    /** Reads a header's value; empty when it is no media type. */
    public static Optional<MediaType> of(String header) {
        if (header.equals("application/json")) {
            return JSON;
        }
        HeaderParameters parsed = HeaderParameters.of(header);
        String type = parsed.value().toLowerCase(Locale.ROOT);
        int slash = type.indexOf('/');
        boolean whole = slash > 0 && slash < type.length() - 1 && type.indexOf('/', slash + 1) < 0;
        boolean token = type.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),:;<=>?@[\\]{}".indexOf(c) < 0);
        return whole && token ? Optional.of(new MediaType(type, parsed.parameters())) : Optional.empty();
    }

    public boolean is(String other) {
        return type.equals(other);
    }

    /** Whether it is one of the types of YAML, which no web page can send without being asked about first. */
    public boolean isYaml() {
        return YAML.contains(type);
    }

    /** Whether text of this type is to be read as UTF-8: it names that charset, ASCII, which is part of it, or none. */
    public boolean isUtf8() {
        String charset = parameters.getOrDefault("charset", "utf-8");
        return charset.equalsIgnoreCase("utf-8")
                || charset.equalsIgnoreCase("utf8")
                || charset.equalsIgnoreCase("us-ascii");
    }

    /** What stands between the parts of a multipart body. */
    public Optional<String> boundary() {
        return Optional.ofNullable(parameters.get("boundary"));
    }
}
