/** Members of groups: who is in which, the groups of each person in order. */
@NullMarked
package io.greenroom.parts.members;

import org.jspecify.annotations.NullMarked;
