package io.greenroom.kernel.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Percent escapes of URLs and forms. Each character of an encoded text stands for one byte, as the line reader gives
 * them.
 */
public final class Percent {
    private Percent() {}

    /**
     * The decoded text; empty when an escape is not two hexadecimal digits, when the bytes are no UTF-8, or when they
     * hold a NUL, which no store takes.
     *
     * @param plusIsBlank as in queries and forms, but not in paths
     */
    public static Optional<String> decode(String encoded, boolean plusIsBlank) {
        return isPlain(encoded, plusIsBlank) ? Optional.of(encoded) : bytes(encoded, plusIsBlank);
    }

    private static boolean isPlain(String encoded, boolean plusIsBlank) {
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%' || c > 126 || c == 0 || (c == '+' && plusIsBlank)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> bytes(String encoded, boolean plusIsBlank) {
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            int value = encoded.charAt(i);
            if (value == '%') {
                value = escape(encoded, i);
                i += 2;
            } else if (value == '+' && plusIsBlank) {
                value = ' ';
            }
            if (value < 1 || value > 255) {
                return Optional.empty();
            }
            bytes[length++] = (byte) value;
        }
        return utf8(ByteBuffer.wrap(bytes, 0, length));
    }

    /** The text that these bytes are in UTF-8, if they are. */
    public static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Whether an escape begins there. */
    static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%' && escape(text, at) >= 0;
    }

    private static int escape(String text, int at) {
        int high = at + 2 < text.length() ? digit(text.charAt(at + 1)) : -1;
        int low = high < 0 ? -1 : digit(text.charAt(at + 2));
        return low < 0 ? -1 : high * 16 + low;
    }

    private static int digit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
