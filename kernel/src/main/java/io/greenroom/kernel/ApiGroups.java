package io.greenroom.kernel;

import java.util.List;

/** The groups that a program serves, found on the class path by {@link java.util.ServiceLoader}. */
public interface ApiGroups {

    /** New groups, each after the groups that it depends on. */
    List<ApiGroup> all();
}
