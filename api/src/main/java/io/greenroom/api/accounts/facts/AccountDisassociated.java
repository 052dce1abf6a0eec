package io.greenroom.api.accounts.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: a sub account has become independent.
 *
 * @param account its row
 * @param masterId the id of its former master account
 */
public record AccountDisassociated(Doc account, String masterId) implements Fact {}
