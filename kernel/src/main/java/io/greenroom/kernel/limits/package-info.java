/** How much an account may ask: the rate limits of its plan, and the special limits of single operations. */
@NullMarked
package io.greenroom.kernel.limits;

import org.jspecify.annotations.NullMarked;
