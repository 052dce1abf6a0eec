/** The groups of the API, in dependency order. */
@org.jspecify.annotations.NullMarked
package io.greenroom.api;
