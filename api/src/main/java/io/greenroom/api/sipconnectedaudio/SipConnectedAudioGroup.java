package io.greenroom.api.sipconnectedaudio;

import io.greenroom.api.accounts.facts.AccountDisassociated;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The SIP Connected Audio group: trunks and numbers that a master account assigns to its sub accounts. */
public final class SipConnectedAudioGroup implements ApiGroup {

    @Override
    public List<Table> tables() {
        return Assignments.TABLES;
    }

    @Override
    public void bind(Bindings on) {
        new CalloutCountryHandler().bind(on);
        new InternalNumberHandler().bind(on);
        new SipNumberHandler().bind(on);
        new SipConfigHandler().bind(on);
        new SipTrunkHandler().bind(on);
        new SipConnectedAudioControl().bind(on);
        on.fact(AccountDisassociated.class, Assignments::end);
    }
}
