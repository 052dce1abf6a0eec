/** Authentication state: apps, grants, tokens, codes, keys and passwords. */
@NullMarked
package io.greenroom.kernel.auth;

import org.jspecify.annotations.NullMarked;
