/** The document store: one interface, two engines, one test suite. Only the engines' packages know SQL. */
@NullMarked
package io.greenroom.kernel.store;

import org.jspecify.annotations.NullMarked;
