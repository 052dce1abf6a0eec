package io.greenroom.kernel.events;

import io.greenroom.kernel.store.OutboxEvent;

/** Takes events after the changes that they tell of have held. Called by one thread at a time. */
@FunctionalInterface
public interface Receiver {

    /**
     * Takes an event. What it throws leaves the event where it is, to be tried again. An event may come more than once.
     */
    void receive(OutboxEvent event);
}
