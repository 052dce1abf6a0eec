/** What every group of the API stands on: the road of a call, the store, the events. */
@org.jspecify.annotations.NullMarked
package io.greenroom.kernel;
