package io.greenroom.kernel.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of addresses with a common prefix.
 *
 * @param address any in it
 * @param bits of the prefix
 */
public record Network(InetAddress address, int bits) {
    /** The prefix that one customer of an IPv6 provider has to himself. */
    private static final int IPV6_CUSTOMER = 64;

    private static final int LONGEST_ADDRESS = 45;

    /** A network such as {@code 10.0.0.0/8}, or a single address; empty when a text is neither. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return address(text).map(host -> new Network(host, host.getAddress().length * Byte.SIZE));
        }
        String bits = text.substring(slash + 1);
        return bits.matches("[0-9]{1,3}")
                ? address(text.substring(0, slash))
                        .map(host -> new Network(host, Integer.parseInt(bits)))
                        .filter(network -> network.bits <= network.address.getAddress().length * Byte.SIZE)
                : Optional.empty();
    }

    /** The address that a text is; names are not looked up. */
    static Optional<InetAddress> address(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What limits count a client by: its IPv4 address, or the first 64 bits of its IPv6 address. */
    public static String ofClient(String address) {
        return address(address).map(Network::ofClient).orElse(address);
    }

    /** The same for an address that is not a text. */
    public static String ofClient(InetAddress address) {
        return address instanceof Inet6Address
                ? new Network(address, IPV6_CUSTOMER).first().getHostAddress() + "/" + IPV6_CUSTOMER
                : address.getHostAddress();
    }

    /** Whether it contains an address of the same version. */
    public boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private InetAddress first() {
        byte[] bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address keeps its length", e);
        }
    }
}
