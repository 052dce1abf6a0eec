package io.greenroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many hostile connections from a few addresses, on one thread. Those that the server closes are opened again, as fast
 * as the rate allows.
 */
final class HostileCrowd implements Runnable, AutoCloseable {
    private static final int ADDRESSES = 8;
    private static final int CONNECTS_PER_TURN = 100;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SMALL_BUFFER = 4 * 1024;

    private final HostileKind kind;
    private final InetSocketAddress server;
    private final int size;
    private final Selector selector;
    private final ByteBuffer waste = ByteBuffer.allocateDirect(64 * 1024);
    private volatile boolean leaving;
    private volatile int open;
    private int opened;
    private long sentAgainAt = System.nanoTime();

    HostileCrowd(HostileKind kind, int port, int size) throws IOException {
        this.kind = kind;
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.size = size;
        this.selector = Selector.open();
    }

    /** How many connections the crowd has at the moment. */
    int open() {
        return open;
    }

    @Override
    public void run() {
        try {
            long turn = System.nanoTime();
            while (!leaving) {
                if (System.nanoTime() >= turn) {
                    connect();
                    sendAgain();
                    turn = System.nanoTime() + TURN_NANOS;
                }
                selector.select(this::serve, TimeUnit.NANOSECONDS.toMillis(TURN_NANOS));
            }
            for (SelectionKey key : new ArrayList<>(selector.keys())) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void connect() throws IOException {
        int missing = Math.min(size - selector.keys().size(), CONNECTS_PER_TURN);
        for (int i = 0; i < missing; i++) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            if (kind.isDeaf()) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
            }
            channel.bind(new InetSocketAddress("127.0.0." + (2 + opened++ % ADDRESSES), 0));
            channel.connect(server);
            channel.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.wrap(kind.first()));
        }
        open = selector.keys().size();
    }

    private void serve(SelectionKey key) {
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_WRITE | reading());
            }
            if (key.isWritable()) {
                ByteBuffer unsent = (ByteBuffer) key.attachment();
                channel.write(unsent);
                if (!unsent.hasRemaining()) {
                    key.interestOps(reading());
                }
            }
            if (key.isReadable() && channel.read(waste.clear()) < 0) {
                channel.close();
            }
        } catch (IOException e) {
            closeQuietly(channel);
        }
    }

    private int reading() {
        return kind.isDeaf() ? 0 : SelectionKey.OP_READ;
    }

    private void sendAgain() {
        if (System.nanoTime() - sentAgainAt < AGAIN_NANOS) {
            return;
        }
        sentAgainAt = System.nanoTime();
        for (SelectionKey key : List.copyOf(selector.keys())) {
            if (key.isValid() && key.interestOps() == reading()) {
                SocketChannel channel = (SocketChannel) key.channel();
                try {
                    // A deaf connection learns that it was closed only by sending.
                    channel.write(ByteBuffer.wrap(kind.isDeaf() ? new byte[] {'\r'} : kind.again()));
                } catch (IOException e) {
                    closeQuietly(channel);
                }
            }
        }
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes all connections. */
    @Override
    public void close() {
        leaving = true;
        selector.wakeup();
    }
}
