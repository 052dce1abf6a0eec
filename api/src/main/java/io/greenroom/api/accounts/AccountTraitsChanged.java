package io.greenroom.api.accounts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * The control API changes traits of an account. Each group takes those that it keeps.
 *
 * @param traits by the contract's {@code AccountTraits}; absent ones stay, and an explicit null removes one
 */
public record AccountTraitsChanged(Doc traits) implements Fact {}
