package io.greenroom.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gaps in the tests' coverage, with reasons: lines of an operationId, a failure (or {@code served}) and a reason,
 * separated by tabs. {@code *} stands for every operation. Lines that begin with {@code #} are comments.
 */
record KnownGaps(Map<String, String> reasons) {

    static KnownGaps read(Path file) throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\t", 3);
                if (parts.length != 3 || parts[2].isBlank()) {
                    throw new IllegalStateException(
                            file + ": a gap needs an operation, a failure and a reason: " + line);
                }
                reasons.put(parts[0] + "\t" + parts[1], parts[2]);
            }
        }
        return new KnownGaps(reasons);
    }

    Set<String> names() {
        return reasons.keySet();
    }

    boolean covers(String gap) {
        return reasons.keySet().stream().anyMatch(name -> matches(name, gap));
    }

    /** Whether a line of the list covers a gap. */
    static boolean matches(String name, String gap) {
        return name.equals(gap) || (name.startsWith("*\t") && gap.endsWith(name.substring(1)));
    }
}
