/**
 * Tests over all groups together: the clients that Greenroom began with, habits of real clients, accounts kept apart.
 */
@NullMarked
package io.greenroom.api;

import org.jspecify.annotations.NullMarked;
