/** The keys (ZAK) with which clients start meetings as a user. */
@NullMarked
package io.greenroom.parts.startkeys;

import org.jspecify.annotations.NullMarked;
