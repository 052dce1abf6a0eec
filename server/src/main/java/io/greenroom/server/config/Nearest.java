package io.greenroom.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests the intended name for a mistyped one. */
public final class Nearest {
    private Nearest() {}

    /** The name with the smallest edit distance, unless most of its letters differ. */
    public static Optional<String> to(String typed, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(typed, name)))
                .filter(name -> distance(typed, name) <= Math.max(2, name.length() / 3));
    }

    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < above.length; column++) {
                int swap = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                int change = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(change, above[column - 1] + swap);
            }
            above = current;
        }
        return above[other.length()];
    }
}
