/** Who may do what: apps, grants, tokens and the authorization server. */
@NullMarked
package io.greenroom.kernel.auth;

import org.jspecify.annotations.NullMarked;
