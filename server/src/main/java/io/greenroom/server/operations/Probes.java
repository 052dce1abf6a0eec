package io.greenroom.server.operations;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.store.Store;
import io.greenroom.kernel.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /livez}: the process answers. {@code /readyz}: it has started, is not stopping, and its store works. */
public final class Probes {
    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

    private final Store store;
    private volatile boolean stopping;

    public Probes(Store store) {
        this.store = store;
    }

    /** Makes {@code /readyz} fail from now on. */
    public void stopping() {
        stopping = true;
    }

    public Handler live() {
        return request -> plain(200, "live");
    }

    public Handler ready() {
        return this::answerReady;
    }

    private Answer answerReady(Request request) {
        if (stopping) {
            return plain(503, "stopping");
        }
        try {
            store.check();
            return plain(200, "ready");
        } catch (StoreUnavailable unavailable) {
            LOG.warn("Not ready: storage is unavailable", unavailable);
            return plain(503, "storage is unavailable");
        }
    }

    private static Answer plain(int status, String word) {
        return Answer.text(status, "text/plain; charset=utf-8", word + "\n").header("Cache-Control", "no-store");
    }
}
