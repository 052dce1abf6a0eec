package io.greenroom.kernel.road.history;

/**
 * Called at the end of every request: the request history, the log, the metrics, the tests' ledger. Threads share it.
 */
@FunctionalInterface
public interface Observer {

    /** A request has been answered; must neither block nor throw. */
    void observe(CompletedRequest request);
}
