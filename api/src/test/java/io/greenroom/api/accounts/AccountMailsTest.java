package io.greenroom.api.accounts;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.mails.Mails;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mails of an account, as the control API lists them. */
@GreenroomTest
class AccountMailsTest {
    private static void send(Scene scene, String kind, String to, String subject) {
        scene.internally(call -> {
            Mails.send(call, kind, to, subject, "Hello\r\nthere");
            return true;
        });
    }

    private static List<String> subjects(Doc list) {
        return list.docs("mails").stream().map(mail -> mail.text("subject")).toList();
    }

    @Test
    @Tag("postgres")
    void listsMailsNewestFirst(Scene scene) {
        send(scene, "test_one", "Ada@example.org", "First\r\nBcc: eve@example.org");
        send(scene, "test_two", "bob@example.org", "Second");
        send(scene, "test_one", "bob@example.org", "Third");
        send(scene.elsewhere(), "test_one", "ada@example.org", "Of another account");

        assertThatJson(scene.control("controlMails")
                        .query("kind", "test_one")
                        .query("recipient", "ada@EXAMPLE.org")
                        .expect(200)
                        .text())
                .isEqualTo(
                        """
                {"total": 1, "mails": [
                 {"id": "${json-unit.any-string}", "created_at": "2021-08-02T10:00:00Z", "kind": "test_one",
                  "recipient": "Ada@example.org", "subject": "First Bcc: eve@example.org",
                  "text": "Hello\\r\\nthere", "state": "kept", "attempts": 0}]}""");
        Doc page = scene.control("controlMails").query("limit", 2).expect(200).json();
        assertThat(subjects(page)).containsExactly("Third", "Second");
        Doc last = scene.control("controlMails")
                .query("limit", 2)
                .query("before", page.number("next"))
                .expect(200)
                .json();
        assertThat(subjects(last)).containsExactly("First Bcc: eve@example.org");
        assertThat(last.number("total")).isEqualTo(3);
    }

    @Test
    void keepsTheLatestTenThousand(Scene scene) {
        scene.internally(call -> {
            for (int i = 0; i <= 10_000; i++) {
                Mails.send(call, "test", "ada@example.org", "Number " + i, "");
            }
            return true;
        });

        assertThat(scene.control("controlMails").expect(200).json().number("total"))
                .isEqualTo(10_000);
        Doc oldest = scene.inside(unit -> unit.in(Mails.MAILS).first().orElseThrow());
        assertThat(oldest.text("subject")).isEqualTo("Number 1");
    }
}
