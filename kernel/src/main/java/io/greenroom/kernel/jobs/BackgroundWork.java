package io.greenroom.kernel.jobs;

/** Work beside requests that an installation wakes and closes. Threads may share it. */
public interface BackgroundWork extends AutoCloseable {
    /** Called after the unit of a request has committed. Cheap. */
    void committed();

    /** Ends the work. The store is still open. */
    @Override
    void close();
}
