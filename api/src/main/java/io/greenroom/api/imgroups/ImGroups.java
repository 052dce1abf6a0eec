package io.greenroom.api.imgroups;

import io.greenroom.kernel.Call;
import java.util.Optional;

/** What other groups may ask about the IM groups of the caller's account. */
@FunctionalInterface
public interface ImGroups {

    /** What a group is called. */
    Optional<String> name(Call call, String groupId);
}
