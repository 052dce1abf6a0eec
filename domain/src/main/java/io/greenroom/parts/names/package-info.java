/** Names that people give to things, and when two of them are the same. */
@NullMarked
package io.greenroom.parts.names;

import org.jspecify.annotations.NullMarked;
