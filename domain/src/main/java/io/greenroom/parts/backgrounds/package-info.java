/** Virtual backgrounds: pictures that people put behind themselves, given by an account, a group or a user. */
@NullMarked
package io.greenroom.parts.backgrounds;

import org.jspecify.annotations.NullMarked;
