/** The check that every Java file of the tree is formatted as palantir-java-format would. */
@NullMarked
package io.greenroom.format;

import org.jspecify.annotations.NullMarked;
