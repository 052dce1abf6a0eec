/** Rate limits of plans and quotas of single operations. */
@NullMarked
package io.greenroom.kernel.limits;

import org.jspecify.annotations.NullMarked;
