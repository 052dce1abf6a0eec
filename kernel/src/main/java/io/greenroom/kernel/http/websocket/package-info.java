/** The WebSocket protocol (RFC 6455) on a connection that has been upgraded: frames, messages, limits and closing. */
@NullMarked
package io.greenroom.kernel.http.websocket;

import org.jspecify.annotations.NullMarked;
