package io.greenroom.kernel.http.server;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Who is at the other end, as far as limits tell clients apart: an IPv4 address, or the first half of an IPv6 address,
 * since one client has all the addresses that begin with it.
 */
record Peer(boolean old, long network) {

    static Peer of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == Integer.BYTES
                ? new Peer(true, ByteBuffer.wrap(bytes).getInt())
                : new Peer(false, ByteBuffer.wrap(bytes).getLong());
    }
}
