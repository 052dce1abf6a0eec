/** What whoever runs Greenroom looks at: whether it lives, whether it is ready, and its figures. */
@NullMarked
package io.greenroom.server.operations;

import org.jspecify.annotations.NullMarked;
