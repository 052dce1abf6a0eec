package io.greenroom.api.imgroups;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** Looks up IM groups of the caller's account for other groups. */
public interface ImGroups {

    /** The first IM group of a user. */
    Optional<Doc> first(Call call, Doc user);

    /** Whether a user is hidden from the caller: in a restricted group that the caller's user is not in. */
    boolean hide(Call call, Doc user);
}
