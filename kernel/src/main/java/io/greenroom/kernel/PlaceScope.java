package io.greenroom.kernel;

import io.greenroom.kernel.store.Store;

/**
 * What the handlers of paths outside of {@code /v2} share.
 *
 * @param calls what all calls share
 * @param store where units run
 * @param committed to be run once a unit with events has committed
 */
public record PlaceScope(CallScope calls, Store store, Runnable committed) {}
