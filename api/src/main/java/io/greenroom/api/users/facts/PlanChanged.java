package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: an account has another plan.
 *
 * @param account its row as it is now
 */
public record PlanChanged(Doc account) implements Fact {}
