/** What both engines share: rows, queries and totals in SQL. Only this package and the engines know SQL. */
@NullMarked
package io.greenroom.kernel.store.sql;

import org.jspecify.annotations.NullMarked;
