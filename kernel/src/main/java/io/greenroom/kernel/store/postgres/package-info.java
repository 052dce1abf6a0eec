/** The store in a PostgreSQL database, for any number of nodes. */
@NullMarked
package io.greenroom.kernel.store.postgres;

import org.jspecify.annotations.NullMarked;
