package io.greenroom.kernel.http.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many files and sockets the system lets this process hold open. Without any to spare, databases and uploads fail,
 * so fewer connections than that are accepted.
 */
final class OpenFiles {
    /** For databases, libraries, uploads and calls to others. */
    private static final int KEPT_BACK = 256;

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern LIMIT = Pattern.compile("Max open files +(\\d+) .*");

    private OpenFiles() {}

    /**
     * As many connections as are wanted, or as the system allows. A system whose limit is unknown allows them.
     */
    static int connections(int wanted) {
        try {
            return Files.isReadable(LIMITS) ? connections(wanted, Files.readAllLines(LIMITS)) : wanted;
        } catch (IOException e) {
            return wanted;
        }
    }

    static int connections(int wanted, List<String> limits) {
        return limits.stream()
                .map(LIMIT::matcher)
                .filter(Matcher::matches)
                .map(line -> Long.parseLong(line.group(1)))
                .findFirst()
                .map(most -> (int) Math.min(wanted, Math.max(most - KEPT_BACK, most / 4)))
                .orElse(wanted);
    }
}
