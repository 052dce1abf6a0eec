package io.greenroom.kernel.oauth;

import io.greenroom.kernel.doc.Doc;
import java.util.Optional;

/**
 * The tokens that a token request has issued.
 *
 * @param grant that they were issued from
 * @param accessToken a new one; earlier ones of the grant stay valid unless the settings allow only one
 * @param refreshToken the only valid one of the grant from now on, if the grant's kind has one
 */
record Issued(Doc grant, String accessToken, Optional<String> refreshToken) {}
