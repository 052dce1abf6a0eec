package io.greenroom.kernel.auth;

import java.time.Duration;

/**
 * How the authorization server behaves in this installation. Immutable.
 *
 * @param devSignIn whether a person is picked without a password, and {@code greenroom_user=} approves at once
 * @param autoApprove the e-mail address or id of the user who approves every app at once; empty when people are asked
 * @param strictScope whether a {@code scope} parameter fails, as it did at the vendor from 2021 on
 * @param oneToken whether a refresh, or a server-to-server app's next token, ends the earlier access token at once, as
 *     it did at the vendor from 2022 to 2023
 * @param refreshLife how long a refresh token lives
 * @param apiUrl what answers call the API's origin; empty for the request's own
 */
public record OAuthSettings(
        boolean devSignIn,
        String autoApprove,
        boolean strictScope,
        boolean oneToken,
        Duration refreshLife,
        String apiUrl) {
    /** Refresh tokens of 2021 lived 15 years of 365 days. */
    public static final Duration REFRESH_LIFE_2021 = Duration.ofDays(15 * 365);

    /** People sign in and are asked. */
    public static OAuthSettings standard() {
        return new OAuthSettings(false, "", false, false, REFRESH_LIFE_2021, "");
    }

    /** People are picked without a password. */
    public static OAuthSettings development() {
        return new OAuthSettings(true, "", false, false, REFRESH_LIFE_2021, "");
    }
}
