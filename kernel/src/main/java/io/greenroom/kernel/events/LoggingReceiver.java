package io.greenroom.kernel.events;

import io.greenroom.kernel.store.OutboxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log of each event. Its body stays out: it may hold secrets. */
public final class LoggingReceiver implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger("io.greenroom.events");

    @Override
    public void receive(OutboxEvent event) {
        LOG.atInfo()
                .addKeyValue("account", event.account())
                .addKeyValue("sequence", event.sequence())
                .log("{}", event.name());
    }
}
