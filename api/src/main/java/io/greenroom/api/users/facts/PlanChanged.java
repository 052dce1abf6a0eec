package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: an account has another plan.
 *
 * @param account the row of the account, with the new plan
 */
public record PlanChanged(Doc account) implements Fact {}
