package io.greenroom.live.plan;

import java.util.Optional;

/**
 * One act of one person.
 *
 * @param verb the act
 * @param line of the script where it stands
 * @param by who causes it; empty for the person or the host, as the act requires
 * @param who the person, or {@code all} or {@code waiting}
 * @param detail of the act
 * @param expect the outcome that the script expects; empty if any but a refusal is fine
 * @param implied whether no step names it, such as the end of a step's {@code for}: it is skipped if it cannot be done
 */
public record Deed(
        Verb verb, int line, Optional<String> by, String who, Node detail, Optional<String> expect, boolean implied) {}
