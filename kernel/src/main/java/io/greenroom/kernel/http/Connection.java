package io.greenroom.kernel.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection: reads a request, has it answered, and begins again, for as long as both sides want. Its own
 * virtual thread runs it; the watch and the stopping server may close it from outside.
 */
final class Connection implements ServerConnection {
    /** How much of a body that nobody wanted is read over, so that the connection can be used again. */
    static final long DRAINED_BYTES = 256 * 1024;

    /** How much a client may still send after the last answer before the connection is cut. */
    private static final long LINGERING_BYTES = 16 * 1024 * 1024;

    private static final long LINGERING_NANOS = Deadline.seconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final byte[] INTERNAL_ERROR =
            "{\"code\":500,\"message\":\"An internal error occurred.\"}".getBytes(StandardCharsets.US_ASCII);

    private final ConnectionContext context;
    private final DataReader reader;
    private final Handler handler;
    private final Watch watch;
    private final HeadReader heads;
    private final AnswerWriter answers;
    private final Peer peer;
    private final Deadline deadline = new Deadline();
    private final long idleNanos;
    private volatile boolean stopping;
    private volatile boolean quiet;

    Connection(ConnectionContext context, HttpServer.Limits limits, Handler handler, Watch watch) {
        this.context = context;
        this.reader = context.dataReader();
        this.handler = handler;
        this.watch = watch;
        this.heads = new HeadReader(reader, limits.maxHeaderBytes());
        this.idleNanos = Deadline.seconds(limits.idleSeconds());
        this.answers = new AnswerWriter(context.dataWriter(), deadline, idleNanos);
        this.peer = new Peer(context.remotePeer());
    }

    @Override
    public void handle(Limit limit) {
        watch.add(this);
        try {
            boolean open = true;
            while (open) {
                open = awaitRequest() && serve();
            }
        } catch (CloseConnectionException
                | UncheckedIOException
                | IOException
                | DataReader.InsufficientDataAvailableException e) {
            LOG.debug("{} has gone: {}", peer, e.toString());
        } finally {
            watch.remove(this);
        }
    }

    /** Waits for the first byte of the next request; false when there will be none. */
    private boolean awaitRequest() {
        quiet = true;
        try {
            if (stopping || !deadline.set(Deadline.now() + idleNanos)) {
                return false;
            }
            reader.ensureAvailable();
            return true;
        } finally {
            quiet = false;
        }
    }

    private boolean serve() throws IOException {
        RequestHead head;
        try {
            if (!deadline.set(Deadline.now() + idleNanos)) {
                return false;
            }
            head = heads.read();
        } catch (HeadFault e) {
            send(e.answer(), false, false);
            linger();
            return false;
        }
        if (!deadline.lift()) {
            return false;
        }
        Body body = new Body(head, reader, context.dataWriter(), deadline, idleNanos);
        Answer answer = answer(new ReceivedRequest(head, body, peer), body);
        if (body.lost()) {
            return false;
        }
        boolean reusable = head.keepAlive() && !stopping && body.skippable(DRAINED_BYTES);
        send(answer, head.isHead(), reusable);
        boolean atEnd = body.readOver(reusable ? DRAINED_BYTES : 0);
        if (!atEnd) {
            linger();
        }
        return reusable && atEnd;
    }

    private Answer answer(Request request, Body body) {
        try {
            return handler.handle(request);
        } catch (RuntimeException | Error e) {
            if (body.malformed()) {
                return HeadFault.malformed("The request body is malformed.").answer();
            }
            if (!body.lost()) {
                LOG.error("No answer to {} {}", request.method(), request.rawPath(), e);
            }
            return Answer.json(500, INTERNAL_ERROR);
        }
    }

    private void send(Answer answer, boolean withoutBody, boolean keepAlive) throws IOException {
        try {
            answers.write(answer, withoutBody, keepAlive);
        } catch (AnswerWriter.Unsendable e) {
            LOG.error("The answer of status {} cannot be sent", answer.status(), e);
            sendInternalError(withoutBody, keepAlive);
        }
    }

    private void sendInternalError(boolean withoutBody, boolean keepAlive) throws IOException {
        try {
            answers.write(Answer.json(500, INTERNAL_ERROR), withoutBody, keepAlive);
        } catch (AnswerWriter.Unsendable e) {
            throw new IOException(e);
        }
    }

    /**
     * Reads over what the client is still sending. Closing a socket with unread bytes resets the connection, and the client
     * might never see the answer.
     */
    private void linger() {
        quiet = true;
        if (!stopping && deadline.set(Deadline.now() + Math.min(idleNanos, LINGERING_NANOS))) {
            long read = 0;
            while (read < LINGERING_BYTES) {
                reader.ensureAvailable();
                int available = reader.available();
                reader.skip(available);
                read += available;
            }
        }
    }

    void closeIfOverdue(long now) {
        if (deadline.passes(now)) {
            closeSocket();
        }
    }

    private void closeSocket() {
        try {
            context.serverSocket().close();
        } catch (UncheckedIOException e) {
            LOG.debug("{} does not close: {}", peer, e.toString());
        }
    }

    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    /** Ends the connection after the request that it is serving; at once when it serves none or has to. */
    @Override
    public void close(boolean now) {
        stopping = true;
        if (now || quiet) {
            closeSocket();
        }
    }
}
