package io.greenroom.server.mail;

import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.mails.MailDelivery;
import io.greenroom.parts.mails.Mails;
import io.greenroom.server.mail.MailSettings.StartTls;
import io.greenroom.testkit.Scene;
import io.greenroom.testkit.TestTime;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The sending of a scene's mails, whose time passes only when a test says so. */
final class Sending {
    private final Scene scene;
    private final TestTime time = new TestTime();
    private final MailDelivery delivery;

    private Sending(Scene scene, MailSettings settings, Optional<SSLContext> tls) {
        this.scene = scene;
        this.delivery = new MailDelivery(scene.installation().store(), new Clock(time), new SmtpServer(settings, tls));
    }

    static Sending of(Scene scene, MailSettings settings) {
        return new Sending(scene, settings, Optional.empty());
    }

    static Sending of(Scene scene, MailSettings settings, SSLContext tls) {
        return new Sending(scene, settings, Optional.of(tls));
    }

    static Sending to(Scene scene, int port) {
        return of(scene, settings("smtp://127.0.0.1:" + port, StartTls.NONE));
    }

    static MailSettings settings(String server, StartTls startTls) {
        return new MailSettings(URI.create(server), startTls, "", "", "greenroom@mail.example");
    }

    /** Keeps a mail that waits. */
    static void mail(Scene scene, String to, String subject, String text) {
        scene.internally(call -> {
            Mails.send(call, "test", to, subject, text);
            return true;
        });
    }

    int some() {
        return delivery.sendSome();
    }

    void pass(Duration duration) {
        time.move(duration);
    }

    /** The newest mail as stored. */
    Doc newest() {
        return scene.inside(unit -> unit.in(Mails.MAILS).newestFirst().first().orElseThrow());
    }

    /** State, attempts and error of the newest mail. */
    String outcome() {
        Doc mail = newest();
        return mail.text("state") + " " + mail.number("attempts") + " " + mail.text("error", "-");
    }
}
