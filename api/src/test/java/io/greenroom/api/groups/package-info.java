@NullMarked
package io.greenroom.api.groups;

import org.jspecify.annotations.NullMarked;
