package io.greenroom.kernel.events;

import io.greenroom.kernel.store.OutboxEvent;

/** Receives events after their changes are committed. Called by one thread at a time. */
@FunctionalInterface
public interface Receiver {

    /**
     * Receives an event. If this throws, the event stays in the outbox and is delivered again. An event may be
     * delivered more than once.
     */
    void receive(OutboxEvent event);
}
