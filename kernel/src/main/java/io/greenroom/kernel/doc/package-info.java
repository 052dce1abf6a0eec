/** The lowest layer: documents and their JSON, refusals, callers, time, ids, signatures. */
@NullMarked
package io.greenroom.kernel.doc;

import org.jspecify.annotations.NullMarked;
