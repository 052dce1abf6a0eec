package io.greenroom.kernel.http;

import java.util.SplittableRandom;

/** Texts that no client in its right mind would send. */
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
