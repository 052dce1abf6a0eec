/** The panelists of webinars, and the join links that identify them. */
@NullMarked
package io.greenroom.parts.panelists;

import org.jspecify.annotations.NullMarked;
