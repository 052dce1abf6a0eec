package io.greenroom.kernel.oauth.pages;

import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.auth.Secrets;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import java.util.Map;

/** Something that a person is asked to approve in the browser. */
interface ConsentRequest {

    /** The app that asks. */
    Doc app();

    /** The parameters that say all of it again; the pages' forms carry them along. */
    Map<String, String> fields();

    /** Does what a person has approved who may do so. */
    Answer granted(People.Person person);

    /** Answers a person who does not approve. */
    Answer denied();

    /** Stands for this wish and for no other one. */
    default String fingerprint() {
        StringBuilder all = new StringBuilder(app().id());
        fields().forEach((name, value) ->
                all.append('\n').append(name).append('=').append(Secrets.hash(value)));
        return Secrets.hash(all.toString());
    }
}
