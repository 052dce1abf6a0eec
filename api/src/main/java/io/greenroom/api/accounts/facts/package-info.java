/** The facts that the Accounts group publishes: what has happened to a sub account. */
@NullMarked
package io.greenroom.api.accounts.facts;

import org.jspecify.annotations.NullMarked;
