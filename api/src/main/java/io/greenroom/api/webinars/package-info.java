/**
 * Webinars: how hosts schedule them, who presents, who registers, and what took place.
 *
 * <p>Keeps the tracking sources of webinars and the absentees of their instances. What webinars share with meetings is
 * in the parts {@code scheduling}, {@code schedules}, {@code registration} and {@code polls}; panelists are the part
 * {@code panelists}; sessions are in {@code io.greenroom.live}.
 */
@NullMarked
package io.greenroom.api.webinars;

import org.jspecify.annotations.NullMarked;
