/** The licences of an account's plan, and the paid features that users with a licence can have. */
@NullMarked
package io.greenroom.parts.licences;

import org.jspecify.annotations.NullMarked;
