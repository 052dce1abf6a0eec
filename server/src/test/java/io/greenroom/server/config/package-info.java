/** The configuration: one table of settings, and the rules by which their values are found. */
@NullMarked
package io.greenroom.server.config;

import org.jspecify.annotations.NullMarked;
