package io.greenroom.api.users;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/**
 * A fact: a user has gone to another account of the same master account. What belongs to the person goes along.
 *
 * @param user as they are there
 * @param from the unit, looking at the account that they left
 * @param to the unit, looking at the account that they are in now
 */
public record UserMoved(Doc user, Transaction from, Transaction to) implements Fact {}
