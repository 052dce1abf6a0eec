/** Members of groups, and the ordered groups of each user. */
@NullMarked
package io.greenroom.parts.members;

import org.jspecify.annotations.NullMarked;
