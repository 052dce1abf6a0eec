/** Tests of pages that groups serve. */
@NullMarked
package io.greenroom.kernel.pages;

import org.jspecify.annotations.NullMarked;
