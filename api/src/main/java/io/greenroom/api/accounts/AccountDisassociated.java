package io.greenroom.api.accounts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * A fact: an account that was below another one stands alone now.
 *
 * @param account its row
 * @param masterId the account that was above it
 */
public record AccountDisassociated(Doc account, String masterId) implements Fact {}
