package io.greenroom.api.accounts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;

/**
 * The control API reads the traits of an account. Each group puts those that it keeps.
 *
 * @param traits by the contract's {@code AccountTraits}, to be filled
 */
public record AccountTraitsRead(Doc traits) implements Fact {}
