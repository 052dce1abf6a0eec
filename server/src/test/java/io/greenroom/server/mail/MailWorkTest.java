package io.greenroom.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's own sending of mails. */
class MailWorkTest {
    private static final int PATIENCE_MILLIS = 30_000;

    @TempDir
    Path folder;

    private Greenroom server(int port) {
        return Start.server(
                "--demo=false",
                "--data=" + folder.resolve("data"),
                "--mail-smtp=smtp://127.0.0.1:" + port,
                "--mail-from=greenroom@mail.example");
    }

    private static GreenMail mailServer(int port) {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** Opens an account and invites a user to it; returns the account's id. */
    private static String invite(Greenroom server, String email) {
        Doc account = Talk.to(server).json("{}").post("/_greenroom/accounts").json();
        Doc app = account.docs("apps").getFirst();
        String token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
        Talk.Answer created = Talk.to(server)
                .bearer(token)
                .json("{\"action\": \"create\", \"user_info\": {\"email\": \"" + email + "\", \"type\": 1}}")
                .post("/v2/users");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return account.id();
    }

    private static Doc mail(Greenroom server, String account) {
        return Talk.to(server)
                .get("/_greenroom/accounts/" + account + "/mails")
                .json()
                .docs("mails")
                .getFirst();
    }

    @Test
    void sendsMailsAndTheWaitingOnesAfterARestart() throws Exception {
        GreenMail mails = mailServer(0);
        mails.start();
        int port = mails.getSmtp().getPort();
        String account;
        try (Greenroom server = server(port)) {
            invite(server, "grace@example.org");
            assertThat(mails.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
            mails.stop();
            account = invite(server, "ada@example.org");
            assertThat(mail(server, account).text("state")).isEqualTo("waiting");
        }

        GreenMail later = mailServer(port);
        later.start();
        try (Greenroom server = server(port)) {
            assertThat(later.waitForIncomingEmail(PATIENCE_MILLIS, 1)).isTrue();
            assertThat(later.getReceivedMessages()[0].getHeader("To")).containsExactly("ada@example.org");
            assertThat(mail(server, account).text("recipient")).isEqualTo("ada@example.org");
        } finally {
            later.stop();
        }
    }
}
