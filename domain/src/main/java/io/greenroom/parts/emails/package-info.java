/** E-mail addresses: compared in any case, and encrypted where requests ask for it. */
@NullMarked
package io.greenroom.parts.emails;

import org.jspecify.annotations.NullMarked;
