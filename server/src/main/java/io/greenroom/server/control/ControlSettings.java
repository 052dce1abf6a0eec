package io.greenroom.server.control;

/**
 * Who may use the control API. Immutable.
 *
 * @param token required of every request; empty to require none
 * @param open whether requests from this machine are admitted while no token is required
 */
public record ControlSettings(String token, boolean open) {}
