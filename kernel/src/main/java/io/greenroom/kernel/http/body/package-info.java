/** Request bodies: forms, uploaded files and media types. The only package that knows the multipart reader. */
@NullMarked
package io.greenroom.kernel.http.body;

import org.jspecify.annotations.NullMarked;
