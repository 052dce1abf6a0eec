package io.greenroom.server.control;

import io.greenroom.api.sipconnectedaudio.SipCarrier;
import io.greenroom.kernel.AccountHierarchy;
import io.greenroom.kernel.install.Installation;

/** The trunks and numbers of SIP Connected Audio, which no operation of the public API makes. */
final class SipAudioHandler {
    private final Installation installation;

    SipAudioHandler(Installation installation) {
        this.installation = installation;
    }

    void bind(ControlBindings on) {
        on.doc("controlSipAudioSetUp", call -> installation.store().write(call.account(), unit -> {
            if (AccountHierarchy.master(Rows.require(call, unit)).isPresent()) {
                throw call.refuse("control-account-below");
            }
            SipCarrier.setUp(unit, call.body().docs("trunks"), call.body().docs("numbers"));
            return call.body();
        }));
    }
}
