package io.greenroom.kernel.oauth;

import io.greenroom.kernel.http.Request;

/**
 * A completed request to the authorization server.
 *
 * @param trackingId of the answer
 * @param request as it was sent
 * @param endpoint its path, such as {@code /oauth/token}; empty when no endpoint has it
 * @param status of the answer
 * @param failure the error, such as {@code invalid_grant}; empty on success
 * @param fault the name of the injected fault that struck it, empty if none did
 * @param nanos its duration
 */
public record CompletedOAuthRequest(
        String trackingId, Request request, String endpoint, int status, String failure, String fault, long nanos) {}
