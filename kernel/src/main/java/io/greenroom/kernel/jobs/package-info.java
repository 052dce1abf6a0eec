/** Background work: worker threads and scheduled work. */
@NullMarked
package io.greenroom.kernel.jobs;

import org.jspecify.annotations.NullMarked;
