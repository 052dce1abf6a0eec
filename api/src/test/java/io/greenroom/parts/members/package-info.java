@NullMarked
package io.greenroom.parts.members;

import org.jspecify.annotations.NullMarked;
