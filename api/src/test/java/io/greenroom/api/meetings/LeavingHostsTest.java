package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class LeavingHostsTest {

    @Test
    void endsAndTransfersTheMeetingsOfARemovedHost(Scene scene) {
        Doc meeting = Plans.meeting(scene);
        Doc heir = scene.user("heir@example.org");
        scene.control("controlMeetingStart", meeting.id())
                .announcing("meeting.started", "meeting.participant_joined")
                .expect(200);

        scene.ask("userDelete", meeting.text("host_id"))
                .query("action", "delete")
                .query("transfer_email", "heir@example.org")
                .query("transfer_meeting", true)
                .announcing("meeting.participant_left", "meeting.ended", "user.deleted")
                .expect(204);

        assertThat(scene.ask("meeting", meeting.id()).expect(200).json().text("host_id"))
                .isEqualTo(heir.id());
        assertThat(scene.ask("meetings", heir.id()).expect(200).json().number("total_records"))
                .isEqualTo(1);
    }

    @Test
    void forgetsTheMeetingsOfARemovedHostWithoutAnHeir(Scene scene) {
        Doc meeting = Plans.meeting(scene);

        scene.ask("userDelete", meeting.text("host_id"))
                .query("action", "delete")
                .announcing("user.deleted")
                .expect(204);

        scene.ask("meeting", meeting.id()).refused("meeting-missing");
    }
}
