/**
 * Registration for meetings and webinars: the people who register, the questions that they answer, and who of them may
 * attend.
 *
 * <p>The API, the registration pages and sessions use the same rules. {@link
 * io.greenroom.parts.registration.Registrants} keeps the rows and knows no schedule, so that other things that people
 * register for can use it.
 */
@NullMarked
package io.greenroom.parts.registration;

import org.jspecify.annotations.NullMarked;
