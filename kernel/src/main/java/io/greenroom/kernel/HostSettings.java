package io.greenroom.kernel;

import java.util.List;
import java.util.Optional;

/** The effective settings of one user, inherited by resources that are created for the user. */
public interface HostSettings {

    /** The effective value of a setting, by its dotted name such as {@code in_meeting.chat}; empty if none is set. */
    Optional<Object> value(String setting);

    /** A switch, off if none is set. */
    default boolean flag(String setting) {
        return value(setting).map(Boolean.class::cast).orElse(false);
    }

    default Optional<String> text(String setting) {
        return value(setting).map(Object::toString);
    }

    default Optional<Long> number(String setting) {
        return value(setting).map(Long.class::cast);
    }

    /** A list of texts, empty if none is set. */
    default List<String> texts(String setting) {
        return value(setting)
                .map(value -> ((List<?>) value).stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    /** Whether the user's group or account has locked a setting. */
    boolean isLocked(String setting);

    /** Finds the settings of users. Provided by the group that stores them. */
    @FunctionalInterface
    interface Source {
        HostSettings of(Call call, String userId);
    }
}
