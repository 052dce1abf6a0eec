@NullMarked
package io.greenroom.kernel.events;

import org.jspecify.annotations.NullMarked;
