package io.greenroom.server.control;

import io.greenroom.api.accounts.AccountTraits;
import io.greenroom.api.billing.PayerTraits;
import io.greenroom.api.imgroups.DefaultImGroup;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Transaction;

/** Of accounts, what only the vendor decides, or its people with those of the account. */
final class TraitsHandler {
    private static final String DEFAULT = "default_im_group";

    private final Installation installation;

    TraitsHandler(Installation installation) {
        this.installation = installation;
    }

    void bind(ControlBindings on) {
        on.doc("controlAccountTraits", this::show);
        on.doc("controlAccountTraitsChange", this::change);
    }

    private Doc show(ControlCall call) {
        return installation.store().read(call.account(), unit -> shown(call, unit));
    }

    private Doc change(ControlCall call) {
        return installation.store().write(call.account(), unit -> {
            Rows.require(call, unit);
            Doc wanted = call.body().copy();
            if (wanted.has("trusted_domains")) {
                wanted.put("trusted_domains", Domains.normal(wanted.texts("trusted_domains")));
            }
            AccountTraits.change(unit, wanted);
            PayerTraits.change(unit, wanted);
            if (wanted.has(DEFAULT) && !DefaultImGroup.choose(unit, wanted.optionalText(DEFAULT))) {
                throw call.refuse("control-im-group-missing", DEFAULT, wanted.text(DEFAULT));
            }
            return shown(call, unit);
        });
    }

    private static Doc shown(ControlCall call, Transaction unit) {
        Rows.require(call, unit);
        return call.blank("AccountTraits")
                .take(AccountTraits.of(unit))
                .take(PayerTraits.of(unit))
                .put(DEFAULT, DefaultImGroup.of(unit));
    }
}
