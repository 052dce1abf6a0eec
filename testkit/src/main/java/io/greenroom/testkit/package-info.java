/** Tests for API groups: scenes with a running Greenroom, called over HTTP, and a ledger of their coverage. */
@NullMarked
package io.greenroom.testkit;

import org.jspecify.annotations.NullMarked;
