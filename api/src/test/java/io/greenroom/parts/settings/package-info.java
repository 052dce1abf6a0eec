@NullMarked
package io.greenroom.parts.settings;

import org.jspecify.annotations.NullMarked;
