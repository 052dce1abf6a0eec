package io.greenroom.api.accounts;

import io.greenroom.kernel.Call;

/** Who pays for an account that is below another one. */
public final class PayMode {
    private PayMode() {}

    /** Whether an account pays for itself, and not the one above it. */
    public static boolean isOwn(Call account) {
        return SubAccountHandler.options(account).text("pay_mode", "master").equals("sub");
    }
}
