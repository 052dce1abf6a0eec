package io.greenroom.server.operations;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreUnavailable;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /livez}: all threads of the process are there. {@code /readyz}: it has started, is not stopping, and its store
 * works. A check of the store writes to it, so its outcome holds for a second. Threads may share it.
 */
public final class Probes {
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
    private static final long OUTCOME_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Store store;
    private final Clock clock;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile Supplier<Optional<String>> deadThread = Optional::empty;
    private volatile boolean stopping;
    private volatile @Nullable Outcome last;

    /** What a check of the store has found, and when. */
    private record Outcome(boolean works, long at) {}

    public Probes(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Sets what names a thread that has died. */
    public void watch(Supplier<Optional<String>> dead) {
        deadThread = dead;
    }

    /** Makes {@code /readyz} fail from now on. */
    public void stopping() {
        stopping = true;
    }

    public Handler live() {
        return request -> deadThread
                .get()
                .map(dead -> plain(503, "the thread of the " + dead + " has died"))
                .orElseGet(() -> plain(200, "live"));
    }

    public Handler ready() {
        return this::answerReady;
    }

    private Answer answerReady(Request request) {
        if (stopping) {
            return plain(503, "stopping");
        }
        return works() ? plain(200, "ready") : plain(503, "storage is unavailable");
    }

    /** One request checks; others wait for it only if there is no outcome of an earlier check. */
    private boolean works() {
        Outcome known = last;
        if (known != null && (clock.stopwatchNanos() - known.at < OUTCOME_NANOS || checking.isLocked())) {
            return known.works;
        }
        checking.lock();
        try {
            Outcome found = last;
            if (found == null || clock.stopwatchNanos() - found.at >= OUTCOME_NANOS) {
                found = new Outcome(check(), clock.stopwatchNanos());
                last = found;
            }
            return found.works;
        } finally {
            checking.unlock();
        }
    }

    private boolean check() {
        try {
            store.check();
            return true;
        } catch (StoreUnavailable unavailable) {
            LOG.warn("Not ready: storage is unavailable", unavailable);
            return false;
        }
    }

    private static Answer plain(int status, String word) {
        return Answer.text(status, "text/plain; charset=utf-8", word + "\n").header("Cache-Control", "no-store");
    }
}
