/** What can be configured, and what it is set to: one table, and the rules by which its values are found. */
@NullMarked
package io.greenroom.server.config;

import org.jspecify.annotations.NullMarked;
