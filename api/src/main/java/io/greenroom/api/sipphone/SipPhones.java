package io.greenroom.api.sipphone;

import io.greenroom.kernel.Call;
import java.util.Optional;

/** What other groups may ask about the SIP phones of the caller's account. */
@FunctionalInterface
public interface SipPhones {

    /** The number of a user's first SIP phone. */
    Optional<String> number(Call call, String userId);
}
