/** The groups of the API, in order of dependence. */
@org.jspecify.annotations.NullMarked
package io.greenroom.api;
