/** Tests over all groups: the first clients, habits of real clients, isolation of accounts. */
@NullMarked
package io.greenroom.api;

import org.jspecify.annotations.NullMarked;
