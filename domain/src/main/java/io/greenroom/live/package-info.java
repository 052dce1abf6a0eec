/**
 * Meetings and webinars while they take place: sessions, and the people in them.
 *
 * <p>A session is one running instance of a schedule; a participation is one stay of one person. Each command is
 * checked here and nowhere else, and changes everything that follows from it in one unit, with its events: a
 * participant who leaves last ends the session. The public API, the control API and pages call the same commands.
 */
@NullMarked
package io.greenroom.live;

import org.jspecify.annotations.NullMarked;
