package io.greenroom.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.mails.MailAttempt;
import io.greenroom.parts.mails.MailDelivery;
import io.greenroom.parts.mails.MailServer;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import io.greenroom.testkit.TestTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attempts to send mails, and pauses between them. */
@GreenroomTest(options = "mail.smtp=smtp://127.0.0.1")
class MailDeliveryTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A mail server that ends the work in each attempt, as the end of the process would. */
    private record Crash() implements MailServer {
        @Override
        public MailAttempt send(String account, Doc mail) {
            throw new IllegalStateException("killed");
        }

        @Override
        public void disconnect() {}
    }

    @Test
    void triesAgainWhenTheServerIsBack(Scene scene) throws Exception {
        int port = freePort();
        Sending sending = Sending.to(scene, port);
        Sending.mail(scene, "ada@example.org", "First", "");
        Sending.mail(scene, "ada@example.org", "Second", "");

        assertThat(sending.some()).isZero();
        assertThat(sending.outcome()).isEqualTo("waiting 0 -");
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(sending.some()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).hasSize(1);
            sending.pass(FIVE_SECONDS);
            assertThat(sending.some()).isEqualTo(1);
            assertThat(server.getReceivedMessages()).hasSize(2);
            assertThat(sending.some()).isZero();
        } finally {
            server.stop();
        }
    }

    @Test
    void failsAfterFiveAttempts(Scene scene) throws Exception {
        Sending sending = Sending.to(scene, freePort());
        Sending.mail(scene, "ada@example.org", "Hello", "");

        for (Duration pause : new Duration[] {FIVE_SECONDS, Duration.ofMinutes(5), Duration.ofHours(1)}) {
            assertThat(sending.some()).isZero();
            sending.pass(pause.minusSeconds(1));
            long attempts = sending.newest().number("attempts");
            assertThat(sending.some()).isZero();
            assertThat(sending.newest().number("attempts")).isEqualTo(attempts);
            sending.pass(Duration.ofSeconds(1));
        }
        assertThat(sending.some()).isZero();
        assertThat(sending.outcome()).startsWith("waiting 4 Couldn't connect to host");
        sending.pass(Duration.ofHours(6));
        assertThat(sending.some()).isZero();

        assertThat(sending.outcome())
                .startsWith("failed 5 Couldn't connect to host")
                .contains("refused");
        assertThat(sending.newest().has("next_attempt")).isFalse();
    }

    @Test
    void sendsAMailAgainAfterTheLeaseOfAnotherNode(Scene scene) {
        TestTime time = new TestTime();
        MailDelivery crashing = new MailDelivery(scene.installation().store(), new Clock(time), new Crash());
        try (ScriptedSmtp server = new ScriptedSmtp(Map.of("DATA", "354 go on", ".", "250 taken"))) {
            Sending other = Sending.to(scene, server.port());
            Sending.mail(scene, "ada@example.org", "", "");

            assertThatIllegalStateException().isThrownBy(crashing::sendSome);
            assertThat(other.some()).isZero();
            assertThat(other.outcome()).isEqualTo("waiting 1 -");
            other.pass(LEASE);
            assertThat(other.some()).isEqualTo(1);
            assertThat(other.newest().number("attempts")).isEqualTo(2);
        }
    }

    @Test
    void failsAMailThatEndsTheWorkInEachAttempt(Scene scene) {
        TestTime time = new TestTime();
        MailDelivery crashing = new MailDelivery(scene.installation().store(), new Clock(time), new Crash());
        Sending.mail(scene, "ada@example.org", "Hello", "");

        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThatIllegalStateException().isThrownBy(crashing::sendSome);
            time.move(LEASE);
        }
        assertThat(crashing.sendSome()).isEqualTo(1);
        assertThat(Sending.to(scene, 1).outcome()).isEqualTo("failed 6 No attempt was finished.");
    }

    @Test
    void sendsNothingOnceStopped(Scene scene) {
        TestTime time = new TestTime();
        MailDelivery stopped = new MailDelivery(scene.installation().store(), new Clock(time), new Crash());
        Sending.mail(scene, "ada@example.org", "Hello", "");

        stopped.stop();

        assertThat(stopped.sendSome()).isZero();
        assertThat(Sending.to(scene, 1).outcome()).isEqualTo("waiting 0 -");
    }
}
