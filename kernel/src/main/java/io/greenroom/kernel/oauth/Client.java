package io.greenroom.kernel.oauth;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.doc.Doc;

/**
 * An app that sends a request to the authorization server.
 *
 * @param app its row
 * @param proven whether it has presented its secret; a public client has none
 */
record Client(Doc app, boolean proven) {

    CallerKind kind() {
        return Apps.kind(app);
    }

    String account() {
        return app.text("account_id");
    }

    /** This client, which must have presented its secret. */
    Client withSecret() {
        if (!proven) {
            throw OAuthFailure.invalidClient();
        }
        return this;
    }
}
