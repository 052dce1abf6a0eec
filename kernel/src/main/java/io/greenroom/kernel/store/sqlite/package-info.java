/**
 * The store in one SQLite file: one writer thread that commits units in groups, a few readers, and a cache that shows
 * exactly what is committed.
 */
@NullMarked
package io.greenroom.kernel.store.sqlite;

import org.jspecify.annotations.NullMarked;
