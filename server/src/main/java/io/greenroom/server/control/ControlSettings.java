package io.greenroom.server.control;

import java.util.Set;

/**
 * Who may use the control API. Immutable.
 *
 * @param token what others than this machine must bring; empty when nobody else may come
 * @param openToLoopback whether this machine needs no token
 * @param hosts the names that this machine may call the server by, beside those of the loopback
 */
public record ControlSettings(String token, boolean openToLoopback, Set<String> hosts) {
    public ControlSettings {
        hosts = Set.copyOf(hosts);
    }
}
