package io.greenroom.kernel.http.websocket;

import io.greenroom.kernel.http.CloseCode;
import io.greenroom.kernel.http.WebSocketLimits;
import io.greenroom.kernel.http.WebSocketListener;
import io.greenroom.kernel.http.WebSocketSession;
import io.greenroom.kernel.http.WebSocketUpgrade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open WebSocket. The connection's thread reads and calls the listener, a second thread writes what is queued, and
 * the server's watch calls {@link #check} now and then.
 */
public final class WebSocketConnection implements WebSocketSession {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);

    /** How long the client may take to receive our close frame and to answer it. */
    private static final long CLOSING_NANOS = 3_000_000_000L;

    private static final byte[] PING = Frames.of(FrameHead.PING, new byte[0]);

    private final Wire wire;
    private final WebSocketLimits limits;
    private final WebSocketListener listener;
    private final FrameReader reader;
    private final Outgoing outgoing;
    private final MessageRate rate;
    private @Nullable Message message;
    private volatile boolean inListener;
    private volatile long pingedAt;

    public WebSocketConnection(Wire wire, WebSocketUpgrade upgrade) {
        this.wire = wire;
        this.limits = upgrade.endpoint().limits();
        this.listener = upgrade.listener();
        this.reader = new FrameReader(wire);
        this.outgoing = new Outgoing(wire, limits);
        this.rate = new MessageRate(limits.messagesPerSecond(), wire.nanos());
        this.pingedAt = reader.activeAt();
    }

    /** Serves the session until it has ended. The caller then closes the connection. */
    public void run() {
        Thread writer = Thread.ofVirtual().name("websocket-writer").start(this::write);
        try {
            open();
            receive();
        } catch (IOException e) {
            LOG.debug("A WebSocket was cut off", e);
        } finally {
            release();
            if (outgoing.closing().isEmpty()) {
                outgoing.end();
                wire.cut();
            }
            join(writer);
            outgoing.settle();
        }
        Closing closing = outgoing.closing().orElse(Closing.LOST);
        try {
            call(() -> listener.closed(this, closing.code(), closing.reason()));
        } catch (WebSocketFault e) {
            LOG.debug("The session had ended already", e);
        }
    }

    private void open() {
        try {
            call(() -> listener.opened(this));
        } catch (WebSocketFault fault) {
            outgoing.fail(new Closing(fault.code(), fault.reason()));
        }
    }

    /** Receives until the client's close frame. */
    private void receive() throws IOException {
        boolean open = true;
        while (open) {
            FrameHead head = reader.next();
            if (outgoing.closing().isPresent()) {
                open = head.opCode() != FrameHead.CLOSE;
            } else {
                open = receive(head);
            }
        }
    }

    private boolean receive(FrameHead head) throws IOException {
        try {
            head.check();
            if (head.opCode() == FrameHead.CLOSE) {
                outgoing.answer(Closing.read(reader.payload()));
                return false;
            }
            receiveChecked(head);
        } catch (WebSocketFault fault) {
            release();
            outgoing.fail(new Closing(fault.code(), fault.reason()));
        }
        return true;
    }

    private void receiveChecked(FrameHead head) throws IOException, WebSocketFault {
        boolean continued = head.opCode() == FrameHead.CONTINUATION;
        if (!continued && !rate.allows(wire.nanos())) {
            throw new WebSocketFault(CloseCode.POLICY_VIOLATION, "Too many messages");
        }
        if (head.isControl()) {
            byte[] payload = reader.payload();
            if (head.opCode() == FrameHead.PING) {
                outgoing.control(Frames.of(FrameHead.PONG, payload));
            }
            return;
        }
        if (continued != (message != null)) {
            throw new WebSocketFault(CloseCode.PROTOCOL_ERROR, "A fragment is out of place");
        }
        Message whole = message == null ? new Message(wire, head.opCode() == FrameHead.TEXT) : message;
        message = whole;
        whole.read(reader, head, limits.messageBytes());
        if (head.last()) {
            deliver(whole);
            release();
        }
    }

    private void deliver(Message whole) throws WebSocketFault {
        if (whole.isText()) {
            String text = whole.text();
            call(() -> listener.text(this, text));
        } else {
            byte[] bytes = whole.bytes();
            call(() -> listener.binary(this, bytes));
        }
    }

    private void release() {
        if (message != null) {
            message.release();
            message = null;
        }
    }

    private void call(Runnable listening) throws WebSocketFault {
        inListener = true;
        try {
            listening.run();
        } catch (RuntimeException | Error broken) {
            LOG.error("A WebSocket endpoint failed", broken);
            throw new WebSocketFault(CloseCode.INTERNAL_ERROR, "The endpoint failed");
        } finally {
            reader.resume();
            inListener = false;
        }
    }

    private void write() {
        try {
            for (Optional<byte[]> frame = outgoing.next(); frame.isPresent(); frame = outgoing.next()) {
                wire.write(frame.get());
            }
        } catch (IOException e) {
            LOG.debug("A WebSocket cannot be written to", e);
            outgoing.end();
            wire.cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            wire.cut();
            Thread.currentThread().interrupt();
        }
    }

    /** Pings or closes a silent client, and cuts one that does not take part in closing. Called by the watch. */
    public void check() {
        if (outgoing.closing().isPresent()) {
            if (outgoing.hasBeenClosingFor(CLOSING_NANOS)) {
                wire.cut();
            }
            return;
        }
        if (inListener) {
            return;
        }
        long idle = limits.idle().toNanos();
        long now = wire.nanos();
        long silent = now - reader.activeAt();
        if (silent > idle) {
            outgoing.fail(new Closing(CloseCode.GOING_AWAY, "The client is silent"));
        } else if (silent >= idle / 2 && now - pingedAt >= idle / 2) {
            pingedAt = now;
            outgoing.control(PING);
        }
    }

    /** Closes the session because the server stops. */
    public void stop() {
        outgoing.close(new Closing(CloseCode.GOING_AWAY, "The server stops"));
    }

    @Override
    public boolean send(String text) {
        return outgoing.offer(Frames.of(FrameHead.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean send(byte[] bytes) {
        return outgoing.offer(Frames.of(FrameHead.BINARY, bytes));
    }

    @Override
    public void close(int code, String reason) {
        boolean fits = 2 + reason.getBytes(StandardCharsets.UTF_8).length <= FrameHead.CONTROL_BYTES;
        if (!CloseCode.maySend(code) || !fits) {
            throw new IllegalArgumentException("A close frame cannot say " + code + " " + reason);
        }
        outgoing.close(new Closing(code, reason));
    }
}
