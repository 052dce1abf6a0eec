package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/**
 * A fact: a user has moved to another account of the same master account. Groups move what belongs to the person.
 *
 * @param user as stored in the new account
 * @param from the unit in the former account
 * @param to the unit in the new account
 */
public record UserMoved(Doc user, Transaction from, Transaction to) implements Fact {}
