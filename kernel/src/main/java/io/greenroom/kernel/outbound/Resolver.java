package io.greenroom.kernel.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves names on a few threads of its own: the system's resolver cannot be interrupted, and would block the carriers
 * of virtual threads. Threads may share it.
 */
final class Resolver implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int QUEUE = 4_096;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("resolver-", 0).daemon().factory());

    Resolver() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** The first address of a name. */
    InetAddress resolve(String name, Deadline deadline) throws IOException {
        try {
            return InetAddress.ofLiteral(name);
        } catch (IllegalArgumentException notLiteral) {
            return lookUp(name, deadline);
        }
    }

    private InetAddress lookUp(String name, Deadline deadline) throws IOException {
        try {
            Future<InetAddress> answer = threads.submit(() -> InetAddress.getByName(name));
            return answer.get(deadline.left(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(name + " does not resolve");
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new SocketTimeoutException(name + " does not resolve in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
