package io.greenroom.api.contacts;

import io.greenroom.kernel.Call;
import java.util.Optional;

/** Finds SIP phones of the caller's account for this group. */
@FunctionalInterface
public interface SipPhones {

    /** The number of a user's first SIP phone. */
    Optional<String> number(Call call, String userId);
}
