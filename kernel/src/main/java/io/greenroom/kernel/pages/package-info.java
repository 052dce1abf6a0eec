/** HTML pages that groups serve outside of {@code /v2}: templates, the common layout, and requests for pages. */
@NullMarked
package io.greenroom.kernel.pages;

import org.jspecify.annotations.NullMarked;
