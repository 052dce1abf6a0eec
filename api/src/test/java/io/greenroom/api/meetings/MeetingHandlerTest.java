package io.greenroom.api.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

@GreenroomTest
class MeetingHandlerTest {

    @Test
    void schedulesAMeeting(Scene scene) {
        scene.ask("meetingCreate", "me")
                .body("{\"topic\":\"Planning\",\"start_time\":\"2027-03-01T10:00:00\",\"timezone\":\"Europe/Berlin\"}")
                .announcing("meeting.created")
                .expect(201);
    }
}
