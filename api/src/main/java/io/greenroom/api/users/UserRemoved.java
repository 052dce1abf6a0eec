package io.greenroom.api.users;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * A fact: a user has left the account for good, or with an account of their own. Whoever keeps what can be handed over
 * does so, and forgets the rest.
 *
 * @param user as they were
 * @param deleted whether they are gone for good, and have not only been let go
 * @param transfer to whom something goes
 */
public record UserRemoved(Doc user, boolean deleted, Optional<Transfer> transfer) implements Fact {

    /**
     * What goes to another user.
     *
     * @param to who gets it
     * @param meetings whether the scheduled meetings go there
     * @param webinars whether the scheduled webinars go there
     * @param recordings whether the cloud recordings go there
     */
    public record Transfer(Doc to, boolean meetings, boolean webinars, boolean recordings) {}
}
