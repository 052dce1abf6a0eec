package io.greenroom.kernel.auth;

import io.greenroom.kernel.Clock;
import io.greenroom.kernel.Ids;
import io.greenroom.kernel.store.Store;

/**
 * What the parts of the authorization server share.
 *
 * @param store where apps, grants and codes are kept
 * @param clock the product's time
 * @param ids where ids come from that are no secrets
 * @param keys what tokens and forms are signed with
 * @param people who can sign in
 */
public record OAuthScope(Store store, Clock clock, Ids ids, Keys keys, People people) {}
