package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import java.util.Base64;

/**
 * Draws the UUIDs of meeting instances: 16 bytes in base64 with padding, which may contain {@code /} and {@code +}.
 */
public final class SessionUuids {
    private static final int PADDED = 24;

    private SessionUuids() {}

    /** A new UUID. By default it neither starts with {@code /} nor contains {@code //}, which clients must encode twice. */
    public static String draw(Call call) {
        String uuid = standard(call);
        while (isNasty(uuid)) {
            uuid = standard(call);
        }
        return uuid;
    }

    /** Whether clients must encode it twice in a path. */
    public static boolean isNasty(String uuid) {
        return uuid.startsWith("/") || uuid.contains("//");
    }

    private static String standard(Call call) {
        byte[] bytes = Base64.getUrlDecoder().decode(call.ids().secret());
        String uuid = Base64.getEncoder().encodeToString(bytes);
        return uuid.substring(0, PADDED);
    }
}
