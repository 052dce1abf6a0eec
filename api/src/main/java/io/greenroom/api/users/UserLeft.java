package io.greenroom.api.users;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.store.Transaction;

/**
 * A fact: somebody is in an account no more. They were removed or have moved, or their invitation has expired. What
 * others keep of them there ends.
 *
 * @param userId who
 * @param from the unit, looking at that account
 */
public record UserLeft(String userId, Transaction from) implements Fact {}
