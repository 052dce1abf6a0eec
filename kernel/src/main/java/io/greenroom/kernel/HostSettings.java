package io.greenroom.kernel;

import java.util.Optional;

/** The effective settings of one user, inherited by resources that are created for the user. */
public interface HostSettings {

    /** The effective value of a setting, by its dotted name such as {@code in_meeting.chat}; empty if none is set. */
    Optional<Object> value(String setting);

    /** Whether the user's group or account has locked a setting. */
    boolean isLocked(String setting);

    /** Finds the settings of users. Provided by the group that stores them. */
    @FunctionalInterface
    interface Source {
        HostSettings of(Call call, String userId);
    }
}
