/** HTTP, behind types of our own: the only package that knows the server. */
@NullMarked
package io.greenroom.kernel.http;

import org.jspecify.annotations.NullMarked;
