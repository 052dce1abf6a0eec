/** Tests of the reference's pages. */
@NullMarked
package io.greenroom.server.docs;

import org.jspecify.annotations.NullMarked;
