/** Virtual backgrounds: pictures shown behind participants, provided by an account, a group or a user. */
@NullMarked
package io.greenroom.parts.backgrounds;

import org.jspecify.annotations.NullMarked;
