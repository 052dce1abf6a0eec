package io.greenroom.parts.registration;

import io.greenroom.kernel.doc.Doc;
import java.util.List;

/**
 * What a person registers with.
 *
 * @param profile the name, the e-mail address and the answers
 * @param occurrences ids of the occurrences that are chosen; empty for all that are still to come
 * @param origin where the person registers
 */
public record Application(Doc profile, List<String> occurrences, Origin origin) {

    /**
     * Where a person registers.
     *
     * @param approved whether the person is approved even where the host approves by hand
     * @param batch whether the client registers several people, who are asked no questions and get no mail
     * @param sourceId the tracking source that led to the page; empty for none
     */
    public record Origin(boolean approved, boolean batch, String sourceId) {}
}
