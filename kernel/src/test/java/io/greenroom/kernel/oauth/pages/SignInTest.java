package io.greenroom.kernel.oauth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.oauth.AuthTest;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a password may be tried, and from where. */
@SuppressWarnings("NullAway.Init")
class SignInTest extends AuthTest {
    private static final String ADA = "ada@example.org";

    private SignIn signIn;

    @BeforeEach
    void wire() {
        signIn = new SignIn(scene.scope());
    }

    /** A request from an address. */
    private record From(String remoteAddress) implements Request {
        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String rawPath() {
            return "/oauth/authorize";
        }

        @Override
        public String rawQuery() {
            return "";
        }

        @Override
        public String host() {
            return "here";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }

        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }

        @Override
        public boolean hold(long bytes) {
            return true;
        }

        @Override
        public void identified() {}

        @Override
        public boolean fromLoopback() {
            return false;
        }
    }

    private boolean fail(String address, String email) {
        return signIn.attempt(new From(address), email).isPresent();
    }

    private boolean succeed(String address, String email) {
        Optional<SignIn.SignInAttempt> attempt = signIn.attempt(new From(address), email);
        attempt.ifPresent(SignIn.SignInAttempt::succeed);
        return attempt.isPresent();
    }

    @Test
    void refusesAfterTenWrongPasswordsFromOneNetwork() {
        for (int i = 0; i < 10; i++) {
            assertThat(fail("192.0.2.1", ADA)).isTrue();
        }

        assertThat(succeed("192.0.2.1", "Ada@Example.org")).isFalse();
        assertThat(succeed("192.0.2.2", ADA)).isTrue();
        assertThat(succeed("192.0.2.1", "grace@example.org")).isTrue();
        scene.pass(Duration.ofMinutes(5));
        assertThat(succeed("192.0.2.1", ADA)).isTrue();
    }

    @Test
    void doesNotCountSuccesses() {
        for (int i = 0; i < 300; i++) {
            assertThat(succeed("192.0.2.1", ADA)).isTrue();
        }
    }

    @Test
    void doesNotShutTheUserOutOfANetworkThatTheySignedInFrom() {
        succeed("192.0.2.1", ADA);
        scene.pass(Duration.ofDays(29));
        for (int i = 0; i < 100; i++) {
            assertThat(fail("198.51.100." + i / 10, ADA)).isTrue();
        }

        assertThat(succeed("203.0.113.1", ADA)).as("an unknown network").isFalse();
        assertThat(succeed("192.0.2.1", ADA)).as("a known network").isTrue();
        scene.restart();
        wire();
        for (int i = 0; i < 10; i++) {
            fail("192.0.2.1", ADA);
        }
        assertThat(fail("192.0.2.1", ADA)).as("guesses from a known network").isFalse();
    }

    @Test
    void refusesAFloodOfAddressesFromOneNetworkAndNoOther() {
        for (int i = 0; i < 100; i++) {
            assertThat(fail("2001:db8::" + i, "user" + i + "@example.org")).isTrue();
        }
        for (int i = 100; i < 1000; i++) {
            assertThat(fail("2001:db8::" + i, "user" + i + "@example.org")).isFalse();
        }

        assertThat(succeed("2001:db8:0:1::1", ADA)).isTrue();
    }

    @Test
    void countsCodesOfDevicesApartFromPasswords() {
        for (int i = 0; i < 101; i++) {
            signIn.guess(new From("192.0.2.1"));
        }

        assertThat(signIn.guess(new From("192.0.2.1"))).isEmpty();
        assertThat(succeed("192.0.2.1", ADA)).isTrue();
    }

    @Test
    void countsAttemptsThatAreMadeAtTheSameTime() {
        long begun = IntStream.range(0, 200)
                .parallel()
                .filter(i -> fail("192.0.2.1", ADA))
                .count();

        assertThat(begun).isEqualTo(10);
    }
}
