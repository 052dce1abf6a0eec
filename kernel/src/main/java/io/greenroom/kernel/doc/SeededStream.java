package io.greenroom.kernel.doc;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers that repeat with their seed. Threads may share it. */
final class SeededStream implements RandomGenerator {
    private final SplittableRandom random;

    SeededStream(SplittableRandom random) {
        this.random = random;
    }

    @Override
    public synchronized long nextLong() {
        return random.nextLong();
    }

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
