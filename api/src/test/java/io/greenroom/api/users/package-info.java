@NullMarked
package io.greenroom.api.users;

import org.jspecify.annotations.NullMarked;
