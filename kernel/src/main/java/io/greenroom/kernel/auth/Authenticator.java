package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;

/** Turns a token into who holds it. Threads may share it. */
public interface Authenticator {

    /**
     * The holder of a token.
     *
     * @param token as it was sent, empty when none was
     * @throws Refusal {@code token-invalid} or {@code token-expired}
     */
    Identity identify(String token);

    /**
     * A caller and the row of their account.
     *
     * @param caller who asks
     * @param account the account's row
     */
    record Identity(Caller caller, Doc account) {}
}
