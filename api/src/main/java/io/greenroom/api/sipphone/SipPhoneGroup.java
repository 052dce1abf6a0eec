package io.greenroom.api.sipphone;

import io.greenroom.api.contacts.SipPhones;
import io.greenroom.api.users.Users;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The SIP Phone group: users whose client is a phone of the organization's own SIP system. */
public final class SipPhoneGroup implements ApiGroup {
    private final Users users;

    public SipPhoneGroup(Users users) {
        this.users = users;
    }

    @Override
    public List<Table> tables() {
        return List.of(SipPhoneHandler.PHONES);
    }

    @Override
    public void bind(Bindings on) {
        on.provide(SipPhones.class, SipPhoneHandler::number);
        new SipPhoneHandler(users).bind(on);
    }
}
