@NullMarked
package io.greenroom.kernel;

import org.jspecify.annotations.NullMarked;
