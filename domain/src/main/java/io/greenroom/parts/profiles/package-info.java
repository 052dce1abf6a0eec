/** The values in a user's profile: type, status, login types, presence and phone numbers. */
@NullMarked
package io.greenroom.parts.profiles;

import org.jspecify.annotations.NullMarked;
