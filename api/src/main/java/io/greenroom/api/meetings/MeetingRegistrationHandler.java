package io.greenroom.api.meetings;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.live.Hosts;
import io.greenroom.parts.meetingsettings.MeetingCapacity;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.registration.RegistrationHosts;
import io.greenroom.parts.registration.RegistrationOperations;
import io.greenroom.parts.registration.RegistrationPages;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import java.util.List;

/** Registration for meetings. A meeting has as many registrants as participants, but at most {@value #MOST}. */
final class MeetingRegistrationHandler implements RegistrationHosts {
    private static final long MOST = 4_999;

    private final Hosts hosts;
    private final Registrations registrations = new Registrations(Kind.MEETING, this);
    private final RegistrationOperations operations =
            new RegistrationOperations(Kind.MEETING, registrations, "meetingId");

    MeetingRegistrationHandler(Hosts hosts) {
        this.hosts = hosts;
    }

    Registrations registrations() {
        return registrations;
    }

    void bind(Bindings on) {
        on.doc("addBatchRegistrants", operations::addAll);
        on.page("meetingRegistrants", operations::list);
        on.doc("meetingRegistrantCreate", operations::create);
        on.doc("meetingRegistrantsQuestionsGet", operations::questions);
        on.done("meetingRegistrantQuestionUpdate", operations::changeQuestions);
        on.done("meetingRegistrantStatus", operations::decide);
        on.done("meetingregistrantdelete", this::remove);
        new RegistrationPages(Kind.MEETING, registrations).bind(on);
    }

    private void remove(Call call) {
        Doc host = hosts.host(call, call.named("meetingId"));
        if (!UserType.of(host).isPaid()) {
            throw call.refuse("meeting-host-unpaid", "userId", host.id());
        }
        operations.remove(call);
    }

    @Override
    public List<Limit> limits(Call call, Doc meeting) {
        long capacity = MeetingCapacity.of(hosts.settings(call, hosts.host(call, meeting)));
        return List.of(new Limit(Math.min(MOST, capacity), "meeting-full"));
    }

    /** Everyone may register for a meeting. */
    @Override
    public void check(Call call, Doc meeting, Doc profile) {}

    /** Meetings have no tracking sources. */
    @Override
    public void visited(Call call, Doc meeting, String source) {}
}
