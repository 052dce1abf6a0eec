/** Checks that every Java file is formatted as palantir-java-format would. */
@NullMarked
package io.greenroom.format;

import org.jspecify.annotations.NullMarked;
