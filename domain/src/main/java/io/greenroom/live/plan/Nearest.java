package io.greenroom.live.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known word that an unknown one resembles most. */
final class Nearest {
    private static final int SHOWN = 40;

    private Nearest() {}

    /** A message about an unknown word. */
    static String unknown(String word, Collection<String> known) {
        String shown = word.length() > SHOWN ? word.substring(0, SHOWN) + "..." : word;
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .map(nearest -> "unknown word %s; the nearest is %s".formatted(shown, nearest))
                .orElse("unknown word " + shown);
    }

    /** The least number of characters to insert, delete or replace. */
    private static int distance(String one, String other) {
        String from = cut(one);
        String to = cut(other);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = corner + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), SHOWN)).toLowerCase(Locale.ROOT);
    }
}
