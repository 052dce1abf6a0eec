package io.greenroom.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * Settings of the installation that groups and parts read, by their names.
 *
 * @param values as configured; an absent one means the default
 */
public record Options(Map<String, String> values) {
    public static final Options NONE = new Options(Map.of());

    /** A setting's text; empty if it is absent. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A setting's whole number; 0 if it is absent. */
    public long number(String name) {
        return text(name).map(Long::parseLong).orElse(0L);
    }
}
