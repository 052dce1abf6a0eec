package io.greenroom.kernel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Passwords PASSWORDS = new Passwords(1000);

    @Test
    void matchesAPasswordWithItsHash() {
        String hash = PASSWORDS.hash("sésame");

        assertThat(hash).matches("pbkdf2-sha256\\$1000\\$[\\w-]{22}\\$[\\w-]{43}");
        assertThat(PASSWORDS.matches("sésame", hash)).isTrue();
        assertThat(PASSWORDS.matches("sesame", hash)).isFalse();
        assertThat(PASSWORDS.matches("", hash)).isFalse();
        assertThat(PASSWORDS.hash("sésame")).isNotEqualTo(hash);
    }

    @Test
    void matchesNothingWithAMalformedHash() {
        assertThat(PASSWORDS.matches("", "")).isFalse();
        assertThat(PASSWORDS.matches("sesame", "sesame")).isFalse();
        assertThat(PASSWORDS.matches("sesame", "pbkdf2-sha256$1$!$x")).isFalse();
    }

    @Test
    void matchesHashesOfFewerRoundsAndKnowsThatTheyAreOutdated() {
        String former = new Passwords(40).hash("sesame");

        assertThat(PASSWORDS.matches("sesame", former)).isTrue();
        assertThat(PASSWORDS.isOutdated(former)).isTrue();
        assertThat(PASSWORDS.isOutdated(PASSWORDS.hash("sesame"))).isFalse();
        assertThat(PASSWORDS.isOutdated("")).isFalse();
    }

    @Test
    void hashesAsOwaspAdvises() {
        assertThat(Passwords.ROUNDS).isGreaterThanOrEqualTo(600_000);
    }

    /** Virtual threads share as many carriers as there are cores: a flood of hashes must not take them all. */
    @Test
    void leavesCoresToOtherThreads() throws InterruptedException, ExecutionException {
        CountDownLatch begun = new CountDownLatch(16);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    begun.countDown();
                    PASSWORDS.hash("sesame");
                });
            }
            begun.await();
            Future<String> other = threads.submit(() -> "answered");

            assertThat(other.get()).isEqualTo("answered");
        }
        assertThat(Passwords.atOnce())
                .isLessThan(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
}
