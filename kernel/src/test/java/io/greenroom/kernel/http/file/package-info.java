/** Ranges and dates of requests for files. */
@NullMarked
package io.greenroom.kernel.http.file;

import org.jspecify.annotations.NullMarked;
