/**
 * Where documents are kept: one interface, two engines, one suite of tests. Only the engines' packages know SQL.
 */
@NullMarked
package io.greenroom.kernel.store;

import org.jspecify.annotations.NullMarked;
