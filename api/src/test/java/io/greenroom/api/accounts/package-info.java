@NullMarked
package io.greenroom.api.accounts;

import org.jspecify.annotations.NullMarked;
