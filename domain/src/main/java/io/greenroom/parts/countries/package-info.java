/** The countries of the world, for what is told or asked by country. */
@NullMarked
package io.greenroom.parts.countries;

import org.jspecify.annotations.NullMarked;
