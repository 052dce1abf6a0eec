/**
 * The catalogue of meeting settings that accounts, groups and users share: their table, their aliases, which of them
 * belong together, the authentication options, and the capacities of paid features.
 */
@NullMarked
package io.greenroom.parts.meetingsettings;

import org.jspecify.annotations.NullMarked;
