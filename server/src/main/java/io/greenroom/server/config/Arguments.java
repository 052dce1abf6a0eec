package io.greenroom.server.config;

import io.greenroom.server.config.Setting.Spelling;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of the command line: {@code --name value} or {@code --name=value}; a flag alone means true. Our own
 * parser, because the table of settings has everything it needs, and picocli takes 50 ms of each start even with a
 * start-up cache.
 */
final class Arguments {
    private static final List<String> FLAGS = List.of("true", "false");

    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> faults;

    private Arguments(List<String> faults) {
        this.faults = faults;
    }

    /** The options by name as written; unknown ones are added to the faults. */
    static Map<String, String> read(List<String> arguments, List<String> faults) {
        Arguments read = new Arguments(faults);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            read.one(rest.remove(), rest);
        }
        return read.options;
    }

    private void one(String argument, Deque<String> rest) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!name.startsWith("--")) {
            faults.add(argument + ": an option begins with --");
        } else if (equals >= 0) {
            put(name, argument.substring(equals + 1));
        } else if (isFlag(name)) {
            put(name, !rest.isEmpty() && FLAGS.contains(rest.element()) ? rest.remove() : "true");
        } else if (rest.isEmpty()) {
            faults.add(name + " needs a value");
        } else {
            put(name, rest.remove());
        }
    }

    private void put(String name, String value) {
        if (options.put(name, value) != null) {
            faults.add(name + " is given twice");
        }
    }

    private static boolean isFlag(String name) {
        for (Setting setting : Setting.values()) {
            if (setting.isFlag() && setting.spelled(Spelling.OPTION).equals(name)) {
                return true;
            }
        }
        return false;
    }
}
