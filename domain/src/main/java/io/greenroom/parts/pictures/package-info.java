/** Uploaded pictures: decoded and encoded again, so that only what can be seen of them is kept. */
@NullMarked
package io.greenroom.parts.pictures;

import org.jspecify.annotations.NullMarked;
