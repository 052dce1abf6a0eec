@NullMarked
package io.greenroom.server.faults;

import org.jspecify.annotations.NullMarked;
