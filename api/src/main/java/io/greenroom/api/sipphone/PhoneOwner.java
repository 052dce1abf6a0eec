package io.greenroom.api.sipphone;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The owner of a SIP phone: an e-mail address identifies the user; with a suffix such as {@code .mac}, one platform of
 * the user.
 *
 * @param platform the suffix without its dot, empty for all platforms
 */
record PhoneOwner(Doc user, String platform) {
    private static final List<String> PLATFORMS =
            List.of("win", "mac", "android", "ipad", "iphone", "linux", "pc", "mobile", "pad");

    /** Finds the owner by address. A user's whole address takes precedence, because it may end like a platform. */
    static Optional<PhoneOwner> of(Call call, Users users, String address) {
        return users.find(call, address)
                .map(user -> new PhoneOwner(user, ""))
                .or(() -> ofPlatform(call, users, address));
    }

    private static Optional<PhoneOwner> ofPlatform(Call call, Users users, String address) {
        int dot = address.lastIndexOf('.');
        String end = address.substring(dot + 1).toLowerCase(Locale.ROOT);
        return dot < 0 || !PLATFORMS.contains(end)
                ? Optional.empty()
                : users.find(call, address.substring(0, dot)).map(user -> new PhoneOwner(user, end));
    }

    /** The address of a user's platform. */
    static String address(Doc user, String platform) {
        return platform.isEmpty() ? user.text("email") : user.text("email") + "." + platform;
    }
}
