package io.greenroom.kernel.events;

import io.greenroom.kernel.store.OutboxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each event without its body, which may contain secrets. */
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
