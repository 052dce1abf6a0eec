package io.greenroom.kernel.faults;

import io.greenroom.kernel.http.Request;

/**
 * A request that a rule may match.
 *
 * @param app the client id
 * @param user the id of the user that the app acts as, empty at the authorization server
 * @param operation the operation id, empty at the authorization server
 * @param request as it arrived
 */
public record FaultTarget(String app, String user, String operation, Request request) {}
