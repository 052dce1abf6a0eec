/** Files that answers send: their content, validators, ranges and the conditions of requests for them. */
@NullMarked
package io.greenroom.kernel.http.file;

import org.jspecify.annotations.NullMarked;
