/** Tests of the configuration. */
@NullMarked
package io.greenroom.server.config;

import org.jspecify.annotations.NullMarked;
