package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/**
 * The configuration that a sub account takes over from its master account: the trunks, and which numbers and countries
 * users see. No operation shows the latter.
 */
final class SipConfigHandler {
    static final Table CONFIGS =
            Table.of("sip_audio_configs", "SipAudioConfigRecord").columns("master_id");

    void bind(Bindings on) {
        on.done("assignSIPConfig", SipConfigHandler::change);
    }

    private static void change(Call call) {
        Transaction below = Masters.below(call);
        Optional<Boolean> enable = Optional.ofNullable(call.body().get("enable"))
                .filter(Boolean.class::isInstance)
                .map(Boolean.class::cast);
        if (enable.isPresent() && !enable.get()) {
            Stock.TRUNKS.takeBack(below);
            below.find(CONFIGS, below.account()).ifPresent(config -> below.delete(CONFIGS, config));
        } else {
            if (enable.isPresent()) {
                assignTrunks(call, below);
            }
            keep(call, below);
        }
    }

    /** Trunks that were assigned before keep their differing fields. */
    private static void assignTrunks(Call call, Transaction below) {
        for (Doc trunk : Stock.TRUNKS.own(call.store())) {
            Doc same = call.blank(Stock.TRUNKS.table()).put("id", trunk.id());
            Stock.TRUNKS.assign(call.store(), below, same);
        }
    }

    private static void keep(Call call, Transaction below) {
        Doc config = below.find(CONFIGS, below.account()).map(Doc::copy).orElseGet(() -> below.blank(CONFIGS)
                .put("id", below.account())
                .put("master_id", call.account().id()));
        below.keep(CONFIGS, config.take(call.body()));
    }
}
