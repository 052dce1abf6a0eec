/** How groups are tested: a scene with a running Greenroom, asked over real HTTP, and a ledger of what was seen. */
@NullMarked
package io.greenroom.testkit;

import org.jspecify.annotations.NullMarked;
