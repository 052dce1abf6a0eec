package io.greenroom.kernel;

import java.util.Optional;

/** The settings in force for one user, which things inherit that are created for the user. */
public interface HostSettings {

    /** The value in force of a setting, by its dotted name such as {@code in_meeting.chat}; empty where none is set. */
    Optional<Object> value(String setting);

    /** Whether the user's group or account has locked a setting. */
    boolean isLocked(String setting);

    /** Finds the settings of users. Provided by the group that keeps them. */
    @FunctionalInterface
    interface Source {
        HostSettings of(Call call, String userId);
    }
}
