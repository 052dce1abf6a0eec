/** The countries of the world and their calling codes. */
@NullMarked
package io.greenroom.parts.countries;

import org.jspecify.annotations.NullMarked;
