package io.greenroom.api.users.facts;

import io.greenroom.kernel.Fact;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * A fact: a user was deleted or disassociated. Groups transfer what can be transferred, and delete the rest.
 *
 * @param user as last stored
 * @param deleted whether the user was deleted, not disassociated
 * @param transfer what another user receives
 */
public record UserRemoved(Doc user, boolean deleted, Optional<Transfer> transfer) implements Fact {

    /**
     * What another user receives.
     *
     * @param to the other user
     * @param meetings whether the scheduled meetings are transferred
     * @param webinars whether the scheduled webinars are transferred
     * @param recordings whether the cloud recordings are transferred
     */
    public record Transfer(Doc to, boolean meetings, boolean webinars, boolean recordings) {}
}
