/** Names that users give to objects, and the comparison of names. */
@NullMarked
package io.greenroom.parts.names;

import org.jspecify.annotations.NullMarked;
