package io.greenroom.testkit;

import io.greenroom.contract.Group;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import io.greenroom.kernel.NotYet;
import java.util.List;

/** No groups, so that no operation of the contract is built. */
public final class NoGroups implements ApiGroups {

    @Override
    public List<ApiGroup> all() {
        return List.of(new NotYet(
                PackedContract.bundled().groups().stream().map(Group::title).toList()));
    }
}
