package io.greenroom.kernel.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The queues in the store: undelivered events and scheduled work. All nodes may consume them; no two get the same item.
 */
public interface Queues {

    /**
     * Passes undelivered events to a receiver, oldest first, and marks each as delivered when the receiver returns. An
     * exception of the receiver ends the delivery and is rethrown.
     *
     * @return the number of delivered events
     */
    int deliver(int most, Consumer<OutboxEvent> receiver);

    /** The number of undelivered events. */
    long undelivered();

    /** The stored events of an account, oldest first, delivered or not. */
    List<OutboxEvent> events(String account, long after, int most);

    /** The sequence of an account's newest stored event, 0 if there is none. */
    long lastSequence(String account);

    /** The number of an account's stored events after one sequence, up to another. */
    long count(String account, long after, long upTo);

    /**
     * Deletes events that were passed to a receiver, if they happened before an instant, or if there are too many newer
     * ones.
     *
     * @param most the number of events to keep
     */
    int forgetDelivered(String account, Instant before, int most);

    /**
     * The earliest scheduled work of an account that is due by an instant. It stays scheduled until a unit {@linkplain
     * Transaction#take takes} it.
     */
    Optional<Due> nextDue(String account, Instant by);

    /** The accounts that have scheduled work. */
    List<String> accountsWithDue();
}
