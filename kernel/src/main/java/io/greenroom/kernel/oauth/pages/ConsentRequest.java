package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import java.util.Map;

/** A request for a user's consent in the browser. */
interface ConsentRequest {

    /** The app that requests consent. */
    Doc app();

    /** The parameters that describe the request completely; the forms of the pages carry them. */
    Map<String, String> fields();

    /** Completes the request after the user has approved. */
    Answer granted(People.Person person);

    /** Completes the request after the user has denied. */
    Answer denied();

    /**
     * The sources, besides this server, that the pages' {@code form-action} policy must allow because a decision
     * redirects there; may be empty.
     */
    String formTargets();

    /** A text that identifies this request. */
    default String fingerprint() {
        StringBuilder all = new StringBuilder(app().id());
        fields().forEach((name, value) ->
                all.append('\n').append(name).append('=').append(Secrets.hash(value)));
        return Secrets.hash(all.toString());
    }
}
