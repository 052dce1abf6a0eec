package io.greenroom.api.imgroups;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/** What other groups may ask about the IM groups of the caller's account. */
public interface ImGroups {

    /** The first IM group of a user. */
    Optional<Doc> first(Call call, Doc user);

    /** Whether a user is in a restricted group that the caller's user is not in, who does not find them then. */
    boolean hide(Call call, Doc user);
}
