package io.greenroom.parts.members;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** Finds and stores the users who may be members. */
public interface People {

    /**
     * Finds a user of the caller's account who may be a member.
     *
     * @param who an id or an e-mail address
     */
    Optional<Doc> findMember(Call call, String who);

    /** Stores a user whose groups have changed. */
    Doc keep(Transaction store, Doc person);
}
