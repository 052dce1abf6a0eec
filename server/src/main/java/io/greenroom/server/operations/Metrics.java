package io.greenroom.server.operations;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.road.history.Observer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of this process. Micrometer takes 100 ms to load, so the first answers do not wait for it; requests
 * completed before are counted afterwards. Threads may share it.
 */
public final class Metrics implements Observer, Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final int LOAD_AFTER_SECONDS = 2;

    private volatile LongSupplier undelivered = () -> 0;
    private final Queue<CompletedRequest> early = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private volatile @Nullable Meters meters;

    /** Sets the source of the number of undelivered events. */
    public void count(LongSupplier waiting) {
        undelivered = waiting;
    }

    @Override
    public void observe(CompletedRequest request) {
        Meters loaded = meters;
        if (loaded == null) {
            early.add(request);
            firstAnswer.countDown();
        } else {
            loaded.observe(request);
        }
    }

    /** Loads the meters after the first answer, or after two seconds without a request. */
    public void loadInTime() throws InterruptedException {
        boolean asked = firstAnswer.await(LOAD_AFTER_SECONDS, TimeUnit.SECONDS);
        LOG.debug("Loading the meters {}", asked ? "after the first answer" : "before anybody has asked");
        load();
    }

    private synchronized Meters load() {
        Meters loaded = meters;
        if (loaded == null) {
            loaded = new Meters(() -> undelivered.getAsLong());
            meters = loaded;
        }
        for (CompletedRequest request = early.poll(); request != null; request = early.poll()) {
            loaded.observe(request);
        }
        return loaded;
    }

    @Override
    public Answer handle(Request request) {
        return Answer.text(200, "text/plain; version=0.0.4; charset=utf-8", scrape());
    }

    /** All metrics in the Prometheus text format. */
    String scrape() {
        return load().scrape();
    }
}
