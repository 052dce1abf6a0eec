package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.users.facts.InvitationAccepted;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply.Heard;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@GreenroomTest
@Tag("postgres")
class InvitationsTest {
    private static final Duration LIFE = Duration.ofDays(30);

    @Test
    void activatesTheUserOnAcceptance(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");

        TestUsers.publish(scene, new InvitationAccepted(pia.id()));

        Doc shown = scene.ask("user", pia.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("active");
        assertThat(shown.number("verified")).isEqualTo(1);
        assertThat(shown.text("pmi")).hasSize(10);
        Heard accepted = scene.events().getLast();
        assertThat(accepted.name()).isEqualTo("user.invitation_accepted");
        assertThat(accepted.payload().names()).containsExactly("account_id", "object");
        assertThat(accepted.object().id()).isEqualTo(pia.id());
        assertThat(accepted.object().names()).containsExactly("id", "first_name", "last_name", "email", "type");
    }

    @Test
    void createsAPersonalMeetingPasscodeOnAcceptance(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");

        TestUsers.publish(scene, new InvitationAccepted(pia.id()));

        Doc settings = scene.ask("userSettings", pia.id()).served().json();
        assertThat(settings.doc("schedule_meeting").text("pmi_password")).matches("[0-9]{6}");
    }

    @Test
    void expireAfterThirtyDays(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");
        scene.advance(LIFE.minusSeconds(1));
        scene.ask("user", pia.id()).served();
        scene.advance(Duration.ofSeconds(1));

        scene.ask("user", pia.id()).refused("invitation-expired");
        scene.ask("userUpdate", pia.id()).body("{}").refused("invitation-expired");
        scene.ask("userSettings", pia.id()).refused("invitation-expired");
        scene.ask("userSettingsUpdate", pia.id()).body("{}").refused("invitation-expired");
        scene.ask("userDelete", pia.id()).query("action", "delete").refused("invitation-expired");
    }

    @Test
    void cannotBeAcceptedTooLate(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");
        scene.advance(LIFE);

        TestUsers.publish(scene, new InvitationAccepted(pia.id()));

        assertThat(TestUsers.kept(scene, pia.id()).text("status")).isEqualTo("pending");
        assertThat(scene.events().getLast().name()).isEqualTo("user.created");
    }

    @Test
    void makeWayForNewOnesOnceTheyHaveExpired(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");
        scene.advance(LIFE);

        Doc again = scene.pendingUser("pia@example.org");

        assertThat(again.id()).isNotEqualTo(pia.id());
        scene.ask("user", pia.id()).refused("user-missing");
        scene.ask("user", "pia@example.org").served();
    }

    @Test
    void makeWayForOtherAddressesOnceTheyHaveExpired(Scene scene) {
        scene.pendingUser("pia@first.example");
        Doc ada = scene.user("ada@first.example");
        scene.ask("userEmailUpdate", ada.id())
                .body("{\"email\": \"pia@first.example\"}")
                .refused("email-used", "email", "pia@first.example");
        scene.advance(LIFE);

        scene.ask("userEmailUpdate", ada.id())
                .body("{\"email\": \"pia@first.example\"}")
                .announcing("user.updated")
                .served();

        assertThat(scene.ask("user", "pia@first.example").served().json().id()).isEqualTo(ada.id());
    }

    @Test
    void doNotExpireOnceTheyAreAccepted(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");
        TestUsers.publish(scene, new InvitationAccepted(pia.id()));
        scene.advance(LIFE);

        assertThat(scene.ask("user", pia.id()).served().json().text("status")).isEqualTo("active");
    }

    @Test
    void takeAPlaceOnlyWhileTheyAreInForceOrAccepted(Scene scene) {
        Doc pia = scene.pendingUser("pia@example.org");

        scene.ask("userDelete", pia.id()).announcing("user.disassociated").served();

        scene.ask("user", pia.id()).refused("user-missing");
        scene.pendingUser("pia@example.org");
    }
}
