package io.greenroom.kernel.oauth;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * What a token request has achieved.
 *
 * @param grant what the tokens are made from
 * @param accessToken a new one; others of the grant go on working
 * @param refreshToken the only one of the grant that works from now on, where its kind has one
 */
record Issued(Doc grant, String accessToken, Optional<String> refreshToken) {}
