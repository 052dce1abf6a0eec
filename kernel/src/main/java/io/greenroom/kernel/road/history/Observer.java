package io.greenroom.kernel.road.history;

/**
 * Sees every request at its end: the journal, the log, the metrics, the tests' ledger. Many threads call it at once.
 */
@FunctionalInterface
public interface Observer {

    /** A request has been answered; must neither block nor throw. */
    void observe(CompletedRequest request);
}
