package io.greenroom.kernel.http;

import java.util.SplittableRandom;

/** Random texts that no sane client sends. */
public final class Garbage {
    private Garbage() {}

    public static String text(SplittableRandom random, String alphabet) {
        int length = random.nextInt(40);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
