/** Tests of the Groups group, over HTTP. */
@NullMarked
package io.greenroom.api.groups;

import org.jspecify.annotations.NullMarked;
