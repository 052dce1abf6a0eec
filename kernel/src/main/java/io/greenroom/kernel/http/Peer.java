package io.greenroom.kernel.http;

import io.helidon.common.socket.PeerInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The other end of a connection. */
final class Peer {
    private final String address;
    private final boolean loopback;

    Peer(PeerInfo peer) {
        InetAddress ip = peer.address() instanceof InetSocketAddress socket ? socket.getAddress() : null;
        this.address = ip == null ? peer.host() : ip.getHostAddress();
        this.loopback = ip != null && ip.isLoopbackAddress();
    }

    String address() {
        return address;
    }

    boolean loopback() {
        return loopback;
    }

    @Override
    public String toString() {
        return address;
    }
}
