package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** Sets up a carrier's trunks and numbers for a master account. No operation of the public API does it. */
final class SipConnectedAudioControl {

    void bind(Bindings on) {
        on.doc("controlSipAudioSetUp", SipConnectedAudioControl::setUp);
    }

    private static Doc setUp(Call call) {
        if (Masters.isBelow(call.account())) {
            throw call.refuse("control-account-below");
        }
        Stock.TRUNKS.setUp(call.store(), call.body().docs("trunks"));
        Stock.NUMBERS.setUp(call.store(), call.body().docs("numbers"));
        return call.body();
    }
}
