/** What people say in sessions: answers to polls, questions, lines of the chat, and what they think of the session. */
@NullMarked
package io.greenroom.live.talk;

import org.jspecify.annotations.NullMarked;
