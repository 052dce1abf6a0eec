package io.greenroom.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.mail.MailSettings.StartTls;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails of accounts, sent to a mail server. */
@GreenroomTest(options = "mail.smtp=smtp://127.0.0.1")
class SmtpServerTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Sending sending(Scene scene) {
        return Sending.to(scene, server.getSmtp().getPort());
    }

    @Test
    @Tag("postgres")
    void sendsAMailOnce(Scene scene) throws Exception {
        Sending sending = sending(scene);
        Sending.mail(
                scene,
                "Ada@example.org",
                "Einladung: M\u00fcnchen\r\nBcc: eve@example.org",
                "Gr\u00fc\u00dfe\n.\nEnde");
        Doc waiting = sending.newest();
        assertThat(sending.outcome()).isEqualTo("waiting 0 -");

        assertThat(sending.some()).isEqualTo(1);
        assertThat(sending.some()).isZero();

        assertThat(sending.outcome()).isEqualTo("sent 1 -");
        assertThat(sending.newest().has("next_attempt")).isFalse();
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Einladung: M\u00fcnchen Bcc: eve@example.org");
        assertThat(mail.getContent().toString().strip()).isEqualTo("Gr\u00fc\u00dfe\r\n.\r\nEnde");
        assertThat(mail.getHeader("To")).containsExactly("Ada@example.org");
        assertThat(mail.getHeader("From")).containsExactly("greenroom@mail.example");
        assertThat(mail.getHeader("Date")).containsExactly("Mon, 2 Aug 2021 10:00:00 +0000");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getMessageID()).isEqualTo("<" + waiting.id() + "." + scene.account() + "@mail.example>");
    }

    @Test
    void sendsMailsOfAllAccounts(Scene scene) throws Exception {
        for (int i = 0; i < 25; i++) {
            Sending.mail(scene, "ada@example.org", "Number " + i, "");
        }
        Sending.mail(scene.elsewhere(), "bob@b\u00fccher.example", "Elsewhere", "");
        Sending sending = sending(scene);

        assertThat(sending.some()).isEqualTo(21);
        assertThat(sending.some()).isEqualTo(5);
        assertThat(sending.some()).isZero();
        assertThat(server.getReceivedMessages()).hasSize(26);
        assertThat(server.getReceivedMessages()).anySatisfy(mail -> assertThat(mail.getRecipients(RecipientType.TO)[0])
                .hasToString("bob@xn--bcher-kva.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "Ada <ada@example.org>",
                "ada@example.org, eve@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada@-.example org",
                "j\u00f6rg@example.org"
            })
    void sendsNothingToInvalidAddresses(String address) {
        assertThat(Recipients.address(address)).isEmpty();
    }

    @Test
    void failsAtOnceForAnInvalidAddress(Scene scene) {
        Sending sending = sending(scene);
        Sending.mail(scene, "Ada <ada@example.org>", "Hello", "");

        assertThat(sending.some()).isEqualTo(1);
        assertThat(sending.outcome()).isEqualTo("failed 1 The recipient's address is invalid.");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void failsAtOnceForARefusedRecipient(Scene scene) {
        try (ScriptedSmtp refusing = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 No such user"))) {
            Sending sending = Sending.to(scene, refusing.port());
            Sending.mail(scene, "ada@example.org", "Hello", "");

            assertThat(sending.some()).isEqualTo(1);
            assertThat(sending.outcome()).isEqualTo("failed 1 Invalid Addresses: 550 5.1.1 No such user");
            assertThat(sending.newest().has("next_attempt")).isFalse();
        }
    }

    @Test
    void waitsWhenTheRecipientIsRefusedForNow(Scene scene) {
        try (ScriptedSmtp busy = new ScriptedSmtp(Map.of("RCPT", "450 4.2.0 Greylisted"))) {
            Sending sending = Sending.to(scene, busy.port());
            Sending.mail(scene, "ada@example.org", "Hello", "");

            assertThat(sending.some()).isEqualTo(1);
            assertThat(sending.outcome()).isEqualTo("waiting 1 Invalid Addresses: 450 4.2.0 Greylisted");
        }
    }

    @Test
    void signsIn(Scene scene) {
        server.setUser("greenroom@mail.example", "greenroom", "the-password");
        String address = "smtp://127.0.0.1:" + server.getSmtp().getPort();
        Sending.mail(scene, "ada@example.org", "Hello", "");
        Sending wrong = Sending.of(
                scene,
                new MailSettings(URI.create(address), StartTls.NONE, "greenroom", "another", "greenroom@mail.example"));
        Sending right = Sending.of(
                scene,
                new MailSettings(
                        URI.create(address), StartTls.NONE, "greenroom", "the-password", "greenroom@mail.example"));

        assertThat(wrong.some()).isZero();
        assertThat(wrong.outcome()).startsWith("waiting 1 535").doesNotContain("another");
        right.pass(Duration.ofSeconds(5));
        assertThat(right.some()).isEqualTo(1);
        assertThat(right.outcome()).isEqualTo("sent 2 -");
    }

    @Test
    void sendsNothingWithoutRequiredTls(Scene scene) {
        try (ScriptedSmtp plain = new ScriptedSmtp(Map.of())) {
            Sending sending =
                    Sending.of(scene, Sending.settings("smtp://127.0.0.1:" + plain.port(), StartTls.REQUIRED));
            Sending.mail(scene, "ada@example.org", "Hello", "");

            assertThat(sending.some()).isZero();
            assertThat(sending.outcome())
                    .isEqualTo("waiting 1 STARTTLS is required but host does not support STARTTLS");
        }
    }
}
