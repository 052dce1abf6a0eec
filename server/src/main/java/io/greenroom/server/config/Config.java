package io.greenroom.server.config;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The configuration. Immutable; threads may share it. */
public final class Config {
    private final Map<Setting, Value> values;

    /**
     * A value and its source.
     *
     * @param text valid for its setting
     * @param origin such as {@code --port}, {@code GREENROOM_PORT} or {@code profile dev}
     */
    public record Value(String text, String origin) {}

    Config(Map<Setting, Value> values) {
        this.values = new EnumMap<>(values);
    }

    /**
     * Finds each setting's value: command line, system property, environment, file, profile, in this order.
     *
     * @throws ConfigFault when a name is unknown, a value is invalid or values contradict each other
     */
    public static Config read(Sources sources) {
        return new ConfigReader(sources).read();
    }

    public Profile profile() {
        return Profile.valueOf(text(Setting.PROFILE).toUpperCase(Locale.ROOT));
    }

    public String text(Setting setting) {
        return value(setting).text();
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    public long number(Setting setting) {
        return Long.parseLong(text(setting));
    }

    /** The text; empty when it has no characters. */
    public Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    /** The enum constant that a choice stands for. */
    public <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        return Enum.valueOf(type, text(setting).toUpperCase(Locale.ROOT));
    }

    /** The parts of a comma-separated text. */
    public List<String> list(Setting setting) {
        return Kind.parts(text(setting)).toList();
    }

    public Optional<Path> folder(Setting setting) {
        return optional(setting).map(Path::of);
    }

    public Value value(Setting setting) {
        Value value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException(setting + " has no value");
        }
        return value;
    }
}
