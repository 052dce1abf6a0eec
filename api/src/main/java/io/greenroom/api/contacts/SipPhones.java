package io.greenroom.api.contacts;

import io.greenroom.kernel.Call;
import java.util.Optional;

/** What this group asks about the SIP phones of the caller's account. */
@FunctionalInterface
public interface SipPhones {

    /** The number of a user's first SIP phone. */
    Optional<String> number(Call call, String userId);
}
