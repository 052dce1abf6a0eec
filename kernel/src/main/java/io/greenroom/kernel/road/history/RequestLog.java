package io.greenroom.kernel.road.history;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs one line for each request, with its tracking id. Queries and headers are omitted because they may contain
 * secrets.
 */
public final class RequestLog implements Observer {
    private static final Logger LOG = LoggerFactory.getLogger("io.greenroom.requests");

    @Override
    public void observe(CompletedRequest request) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("trackingId", request.trackingId())
                .addKeyValue("client", request.client())
                .addKeyValue("operation", request.operation())
                .addKeyValue("account", request.account())
                .addKeyValue("status", request.status())
                .addKeyValue("verdict", request.verdict())
                .addKeyValue("micros", request.nanos() / 1000);
        if (!request.warnings().isEmpty()) {
            line = line.addKeyValue("warnings", String.join("; ", request.warnings()));
        }
        line.log("{} {}", request.method(), request.path());
    }
}
