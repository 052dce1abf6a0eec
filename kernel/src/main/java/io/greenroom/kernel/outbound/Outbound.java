package io.greenroom.kernel.outbound;

import io.greenroom.kernel.doc.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends POST requests to addresses that callers choose. It connects to the very address that the guard has approved,
 * follows no redirects, and bounds the connections, their time and the answers. Threads may share it.
 */
public final class Outbound implements AutoCloseable {
    /** The time for connecting, and then again for the request and its answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Receivers commonly close connections that were idle for 5 seconds. */
    private static final long REUSE_NANOS = Duration.ofSeconds(3).toNanos();

    /** A request of this size fits into the buffers of every connection, so that writing it cannot block. */
    private static final int SMALL = 16 * 1024;

    private final OutboundGuard guard;
    private final Clock clock;
    private final Resolver resolver = new Resolver();
    private final Lanes lanes = new Lanes();
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("outbound-watch").daemon().factory());

    public Outbound(OutboundGuard guard, Clock clock) {
        this.guard = guard;
        this.clock = clock;
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /**
     * One request.
     *
     * @param target its address
     * @param headers besides Host and Content-Length
     * @param body its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // messages are never compared
    public record Message(Target target, Map<String, String> headers, byte[] body) {
        /** The request line and the headers. */
        public String head() {
            StringBuilder head =
                    new StringBuilder("POST ").append(target.path()).append(" HTTP/1.1\r\n");
            head.append("host: ").append(target.authority()).append("\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("content-length: ")
                    .append(body.length)
                    .append("\r\n")
                    .toString();
        }
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param line keeps the connection for the sender's next request
     * @param doubtful whether the target failed lately; such requests share few connections, so that they never keep
     *     the others waiting
     */
    public Outcome post(Line line, Message message, boolean doubtful) {
        try (Lanes.Turn turn = lanes.enter(message.target().name(), doubtful)) {
            return turn.use(() -> send(line, message));
        } catch (SocketTimeoutException e) {
            return new Outcome.Failed(Outcome.Kind.TIMEOUT, reason(e));
        } catch (Refused e) {
            return new Outcome.Failed(Outcome.Kind.REFUSED, reason(e));
        } catch (IOException e) {
            return new Outcome.Failed(Outcome.Kind.UNREACHABLE, reason(e));
        }
    }

    private static String reason(IOException e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }

    /** The guard refused an address. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason);
        }
    }

    /** Why nothing can be sent to a URL; empty if something can. It resolves the name, which takes time. */
    public Optional<String> refusal(String url) {
        Optional<Target> target = Target.parse(url);
        if (target.isEmpty()) {
            return Optional.of("it is no URL of http or https, or names a user or a fragment");
        }
        try {
            return guard.refusal(target.get(), resolver.resolve(target.get().name(), Deadline.in(clock, PATIENCE)));
        } catch (IOException e) {
            return Optional.of(reason(e));
        }
    }

    private Outcome send(Line line, Message message) throws IOException {
        Optional<Line.Open> kept = line.reuse(message.target(), clock.stopwatchNanos() - REUSE_NANOS);
        if (kept.isPresent()) {
            try {
                return exchange(line, kept.get(), message);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException closedMeanwhile) {
                return exchange(line, connect(message.target()), message);
            }
        }
        return exchange(line, connect(message.target()), message);
    }

    private Line.Open connect(Target target) throws IOException {
        Deadline deadline = Deadline.in(clock, PATIENCE);
        InetAddress address = resolver.resolve(target.name(), deadline);
        Optional<String> refusal = guard.refusal(target, address);
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, target.port()), deadline.left());
            Socket secured = target.tls() ? secure(socket, target, deadline) : socket;
            return new Line.Open(target, secured, new TimedInput(secured, deadline), secured.getOutputStream(), 0);
        } catch (IOException e) {
            Line.close(socket);
            throw e;
        }
    }

    private Socket secure(Socket plain, Target target, Deadline deadline) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, target.name(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        ScheduledFuture<?> end = closeLater(plain, deadline);
        try {
            socket.setSoTimeout(deadline.left());
            socket.startHandshake();
            return socket;
        } finally {
            end.cancel(false);
        }
    }

    private Outcome exchange(Line line, Line.Open open, Message message) throws IOException {
        Deadline deadline = Deadline.in(clock, PATIENCE);
        boolean reusable = false;
        try {
            write(open, message, deadline);
            open.in().until(deadline);
            AnswerReader reader = new AnswerReader(open.in());
            Outcome answer = reader.read();
            reusable = reader.reusable();
            return answer;
        } finally {
            if (reusable) {
                line.keep(
                        new Line.Open(message.target(), open.socket(), open.in(), open.out(), clock.stopwatchNanos()));
            } else {
                Line.close(open.socket());
            }
        }
    }

    /** Writes head and body at once: a receiver that reads nothing must not block this thread for ever. */
    private void write(Line.Open open, Message message, Deadline deadline) throws IOException {
        byte[] head = (message.head() + "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[head.length + message.body().length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(message.body(), 0, bytes, head.length, message.body().length);
        if (bytes.length <= SMALL) {
            open.out().write(bytes);
            open.out().flush();
            return;
        }
        ScheduledFuture<?> end = closeLater(open.socket(), deadline);
        try {
            open.out().write(bytes);
            open.out().flush();
        } catch (IOException e) {
            deadline.left();
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private ScheduledFuture<?> closeLater(Socket socket, Deadline deadline) throws SocketTimeoutException {
        return watch.schedule(() -> Line.close(socket), deadline.left(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        watch.shutdownNow();
        resolver.close();
    }
}
