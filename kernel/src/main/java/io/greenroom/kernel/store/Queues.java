package io.greenroom.kernel.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The work that waits in the store: events to deliver and things that fall due. Every node may take from it; none takes
 * the same.
 */
public interface Queues {

    /**
     * Hands undelivered events to a receiver, oldest first, and marks those delivered that it takes without throwing.
     * What it throws ends the delivery and reaches the caller.
     *
     * @return how many were delivered
     */
    int deliver(int most, Consumer<OutboxEvent> receiver);

    /** How many events are not delivered yet. */
    long undelivered();

    /** The events of an account that are still kept, oldest first, delivered or not. */
    List<OutboxEvent> events(String account, long after, int most);

    /** The sequence of an account's newest event that is still kept, 0 if there is none. */
    long lastSequence(String account);

    /** Forgets delivered events that happened before then. */
    int forgetDelivered(String account, Instant before);

    /**
     * The earliest thing of an account that is due by then. It stays there until a unit {@linkplain Transaction#take
     * takes} it.
     */
    Optional<Due> nextDue(String account, Instant by);

    /** The accounts that have something waiting. */
    List<String> accountsWithDue();
}
