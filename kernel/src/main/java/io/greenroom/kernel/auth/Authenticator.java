package io.greenroom.kernel.auth;

import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;

/** Resolves an access token to its caller. Threads may share it. */
public interface Authenticator {

    /**
     * Returns the caller of a token.
     *
     * @param token as it was sent, empty when the request has none
     * @throws Refusal {@code token-invalid} or {@code token-expired}
     */
    Identity identify(String token);

    /**
     * A caller and the row of the caller's account.
     *
     * @param caller of the request
     * @param account the account's row
     */
    record Identity(Caller caller, Doc account) {}
}
