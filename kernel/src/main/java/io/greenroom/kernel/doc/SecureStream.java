package io.greenroom.kernel.doc;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random numbers that cannot be predicted: the key stream of ChaCha20 under a key from {@link SecureRandom}, which is
 * ten times slower. Threads may share it: there are several buffers, and a thread always uses the same one.
 */
final class SecureStream implements RandomGenerator {
    private final Buffer[] buffers;

    SecureStream() {
        int count = Integer.highestOneBit(Runtime.getRuntime().availableProcessors()) * 4;
        this.buffers = new Buffer[count];
        Arrays.setAll(buffers, i -> new Buffer());
    }

    @Override
    public long nextLong() {
        byte[] bytes = new byte[Long.BYTES];
        nextBytes(bytes);
        return ByteBuffer.wrap(bytes).getLong();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        int own = (int) Thread.currentThread().threadId() & (buffers.length - 1);
        buffers[own].take(bytes);
    }

    /**
     * Random bytes drawn ahead. Each refill replaces the key by its own output and each draw erases its bytes, so that
     * the buffer's content never reveals what was drawn before.
     */
    private static final class Buffer {
        private static final int KEY_BYTES = 32;
        private static final byte[] ZEROS = new byte[4096 + KEY_BYTES];

        /** The same for all refills, because each has a key of its own. */
        private static final byte[] NONCE = new byte[12];

        private final byte[] content = new byte[ZEROS.length];
        private int position = content.length;
        private boolean keyed;

        synchronized void take(byte[] bytes) {
            for (int taken = 0; taken < bytes.length; ) {
                if (position == content.length) {
                    refill();
                }
                int count = Math.min(bytes.length - taken, content.length - position);
                System.arraycopy(content, position, bytes, taken, count);
                Arrays.fill(content, position, position + count, (byte) 0);
                position += count;
                taken += count;
            }
        }

        private static byte[] seed() {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return key;
        }

        /** The first bytes of the content are the next key. */
        private void refill() {
            byte[] key = keyed ? Arrays.copyOf(content, KEY_BYTES) : seed();
            keyed = true;
            try {
                Cipher cipher = Cipher.getInstance("ChaCha20");
                cipher.init(
                        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new ChaCha20ParameterSpec(NONCE, 0));
                cipher.doFinal(ZEROS, 0, ZEROS.length, content, 0);
            } catch (GeneralSecurityException e) {
                throw new ContractViolation("ChaCha20 is part of every JDK", e);
            }
            position = KEY_BYTES;
        }
    }
}
