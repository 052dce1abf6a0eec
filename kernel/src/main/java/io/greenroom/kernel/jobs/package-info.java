/** Background work: worker threads and what falls due. */
@NullMarked
package io.greenroom.kernel.jobs;

import org.jspecify.annotations.NullMarked;
