package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Draws the UUIDs of meeting instances: 16 bytes in base64 with padding, which may contain {@code /} and {@code +}.
 */
public final class SessionUuids {
    private static final int BYTES = 16;

    private SessionUuids() {}

    /**
     * A new UUID. It neither starts with {@code /} nor contains {@code //}, since clients must encode such ones twice,
     * unless the setting {@code uuids} is {@code nasty}: then each does one or the other.
     */
    public static String draw(Call call) {
        if (call.options().text("uuids").filter("nasty"::equals).isPresent()) {
            return nasty(bytes(call));
        }
        String uuid = standard(call);
        while (isNasty(uuid)) {
            uuid = standard(call);
        }
        return uuid;
    }

    /** The UUID of a personal meeting that was never started: always the same for a number. */
    public static String of(Call call, long number) {
        byte[] digest = HexFormat.of().parseHex(call.signer().hex("personal meeting", Long.toString(number)));
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, BYTES)).replace('/', '+');
    }

    private static boolean isNasty(String uuid) {
        return uuid.startsWith("/") || uuid.contains("//");
    }

    private static String standard(Call call) {
        return Base64.getEncoder().encodeToString(bytes(call));
    }

    private static byte[] bytes(Call call) {
        return Base64.getUrlDecoder().decode(call.ids().secret());
    }

    /** Sets bits such that the text begins with a slash, or has two in the middle. */
    private static String nasty(byte[] bytes) {
        if (bytes[BYTES - 1] % 2 == 0) {
            bytes[0] |= (byte) 0xFC;
        } else {
            bytes[3] = (byte) 0xFF;
            bytes[4] |= (byte) 0xF0;
        }
        return Base64.getEncoder().encodeToString(bytes);
    }
}
