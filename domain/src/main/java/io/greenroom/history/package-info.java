/** What took place: past sessions of meetings and webinars, and who took part. */
@NullMarked
package io.greenroom.history;

import org.jspecify.annotations.NullMarked;
