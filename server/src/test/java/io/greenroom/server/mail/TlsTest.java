package io.greenroom.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenroom.server.mail.MailSettings.StartTls;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails over TLS. */
@GreenroomTest(options = "mail.smtp=smtps://127.0.0.1")
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder = Path.of("");

    /** GreenMail reads its certificate once, from where these properties say. */
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("mail.p12");
        int ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start()
                .waitFor();
        assertThat(ended).isZero();
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("mail.p12"))) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Test
    void sendsOverTlsToATrustedServerOnly(Scene scene) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            MailSettings settings =
                    Sending.settings("smtps://127.0.0.1:" + server.getSmtps().getPort(), StartTls.REQUIRED);
            Sending.mail(scene, "ada@example.org", "Hello", "");
            Sending suspicious = Sending.of(scene, settings);
            Sending trusting = Sending.of(scene, settings, trusting());

            assertThat(suspicious.some()).isZero();
            assertThat(suspicious.outcome())
                    .startsWith("waiting 1 ")
                    .contains("unable to find valid certification path");
            trusting.pass(Duration.ofSeconds(5));
            assertThat(trusting.some()).isEqualTo(1);
            assertThat(trusting.outcome()).isEqualTo("sent 2 -");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }
}
