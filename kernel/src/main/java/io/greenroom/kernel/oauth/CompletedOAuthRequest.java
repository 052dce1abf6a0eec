package io.greenroom.kernel.oauth;

import io.greenroom.kernel.http.Request;

/**
 * A request to the authorization server that has come to its end.
 *
 * @param trackingId what the answer called it
 * @param request as it came
 * @param endpoint the path of what was asked, such as {@code /oauth/token}; empty where there is nothing
 * @param status what was answered
 * @param failure why it was refused, such as {@code invalid_grant}; empty when it was served
 * @param nanos how long it took
 */
public record CompletedOAuthRequest(
        String trackingId, Request request, String endpoint, int status, String failure, long nanos) {}
