/** HTTP as the rest of the kernel sees it: requests, answers, handlers, paths and queries. */
@NullMarked
package io.greenroom.kernel.http;

import org.jspecify.annotations.NullMarked;
