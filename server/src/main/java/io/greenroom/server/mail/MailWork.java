package io.greenroom.server.mail;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.jobs.BackgroundWork;
import io.greenroom.kernel.jobs.Worker;
import io.greenroom.kernel.store.Store;
import io.greenroom.parts.mails.MailDelivery;
import java.time.Duration;
import java.util.Optional;

/** The thread that sends mails. Threads may share it. */
public final class MailWork implements BackgroundWork {
    private static final Duration LOOK_FOR_MAILS = Duration.ofSeconds(1);

    private final MailDelivery delivery;
    private final Worker worker;

    /** Starts the thread. */
    public MailWork(Store store, Clock clock, MailSettings settings) {
        this.delivery = new MailDelivery(store, clock, new SmtpServer(settings, Optional.empty()));
        this.worker = new Worker("mails", LOOK_FOR_MAILS, delivery::sendSome);
    }

    @Override
    public void committed() {
        worker.wake();
    }

    @Override
    public void close() {
        delivery.stop();
        worker.close();
    }
}
