@NullMarked
package io.greenroom.api.imgroups;

import org.jspecify.annotations.NullMarked;
