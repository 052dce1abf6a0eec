package io.greenroom.server.control;

import java.util.Set;

/**
 * Who may use the control API. Immutable.
 *
 * @param token required from other machines; empty to refuse them all
 * @param openToLoopback whether this machine needs no token
 * @param hosts accepted {@code Host} names from this machine, beside those of the loopback
 */
public record ControlSettings(String token, boolean openToLoopback, Set<String> hosts) {
    public ControlSettings {
        hosts = Set.copyOf(hosts);
    }
}
