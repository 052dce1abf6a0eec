package io.greenroom.api.accounts;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.parts.backgrounds.VirtualBackgrounds;
import java.util.function.Supplier;

/** The virtual backgrounds that everybody in an account may use. */
final class AccountBackgroundsHandler {
    private final VirtualBackgrounds backgrounds;

    AccountBackgroundsHandler(VirtualBackgrounds backgrounds) {
        this.backgrounds = backgrounds;
    }

    void bind(Bindings on) {
        on.before("uploadVB", this::arrive);
        on.doc("uploadVB", this::add);
        on.done("delVB", this::remove);
    }

    private Supplier<Object> arrive(Call call) {
        Call account = reached(call);
        return backgrounds.keepFile(account, account.account().id(), "background-max");
    }

    private Doc add(Call call) {
        Call account = reached(call);
        return backgrounds.add(account, account.account().id(), "background-max");
    }

    private void remove(Call call) {
        Call account = reached(call);
        backgrounds.remove(account, account.account().id(), call.query().text("file_ids"), "file-ids-invalid");
    }

    private static Call reached(Call call) {
        return Reach.asked(call, "account-foreign");
    }
}
