package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;

/**
 * A fact: an account is about to be removed with all its data. Groups that keep something about it in other accounts,
 * or files beside the store, remove it now, in the same unit.
 *
 * @param account its row
 */
public record AccountRemoved(Doc account) implements Fact {}
