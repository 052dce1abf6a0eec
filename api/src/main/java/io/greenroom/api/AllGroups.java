package io.greenroom.api;

import io.greenroom.api.pac.PacGroup;
import io.greenroom.api.trackingfield.TrackingFieldGroup;
import io.greenroom.api.tsp.TspGroup;
import io.greenroom.api.users.UsersGroup;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.ApiGroups;
import java.util.List;

/** All groups of the API, each after those that it asks. */
public final class AllGroups implements ApiGroups {

    @Override
    public List<ApiGroup> all() {
        UsersGroup users = new UsersGroup();
        return List.of(users, new TspGroup(users.users()), new PacGroup(users.users()), new TrackingFieldGroup());
    }
}
