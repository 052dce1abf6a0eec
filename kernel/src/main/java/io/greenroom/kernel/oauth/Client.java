package io.greenroom.kernel.oauth;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.doc.Doc;

/**
 * An app that asks the authorization server for something.
 *
 * @param app its row
 * @param proven whether it has shown its secret; a public client has none to show
 */
record Client(Doc app, boolean proven) {

    CallerKind kind() {
        return Apps.kind(app);
    }

    String account() {
        return app.text("account_id");
    }

    /** This client, if it has shown its secret. */
    Client withSecret() {
        if (!proven) {
            throw OAuthFailure.invalidClient();
        }
        return this;
    }
}
