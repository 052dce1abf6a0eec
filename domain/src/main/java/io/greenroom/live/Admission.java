package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.Outcome.Reason;
import io.greenroom.live.states.ParticipantRole;
import io.greenroom.live.states.ParticipationState;
import io.greenroom.live.states.SessionState;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.meetingsettings.BlockedDomains;
import io.greenroom.parts.meetingsettings.MeetingCapacity;
import io.greenroom.parts.panelists.Panelists;
import io.greenroom.parts.profiles.PersonName;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether one person may join one meeting, in the order in which the real service checks. */
final class Admission {
    private static final String COUNTRIES = "approved_or_denied_countries_or_regions";
    private static final Pattern SEPARATOR = Pattern.compile("[;,] ?");

    private final Call call;
    private final Doc schedule;
    private final Doc rules;
    private final Doc host;
    private final HostSettings settings;
    private final Arrival arrival;
    private final RegistrantCheck registration;
    private final Kind kind;
    private final Optional<Doc> panelist;

    Admission(Call call, Kind kind, Doc schedule, Doc host, HostSettings settings, Arrival arrival) {
        this.call = call;
        this.schedule = schedule;
        this.rules = SessionRules.of(schedule);
        this.host = host;
        this.settings = settings;
        this.registration = new RegistrantCheck(call, schedule, arrival);
        this.kind = kind;
        this.panelist = kind == Kind.WEBINAR ? panelist(call, schedule, arrival) : Optional.empty();
        this.arrival = panelist.map(arrival::presenting).orElseGet(() -> arrival.registered(registration.registrant()));
    }

    /** The panelist that a person is: named by a join link, an id or the address of a signed-in user. */
    private static Optional<Doc> panelist(Call call, Doc schedule, Arrival arrival) {
        Panelists panelists = new Panelists(call, schedule.id());
        return arrival.given("token")
                .flatMap(panelists::byToken)
                .or(() -> arrival.given("panelist_id").flatMap(panelists::find))
                .or(() -> arrival.user().flatMap(user -> panelists.byEmail(user.text("email"))));
    }

    Arrival arrival() {
        return arrival;
    }

    /** The settings of the meeting. */
    Doc rules() {
        return rules;
    }

    /** Whether the session is recorded in the cloud from its beginning. Local recordings are made by computers. */
    boolean isRecorded() {
        return rules.text("auto_recording", "none").equals("cloud") && settings.flag("recording.cloud_recording");
    }

    Doc host() {
        return host;
    }

    /** Why the person may not join, whether or not a session is running. */
    Optional<Reason> refusal() {
        if (!isHost()
                && arrival.passcode()
                        .filter(given -> !given.equals(schedule.text("password", "")))
                        .isPresent()) {
            return Optional.of(Reason.WRONG_PASSCODE);
        }
        if (rules.flag("meeting_authentication") && !isExempt()) {
            if (arrival.user().isEmpty()) {
                return Optional.of(Reason.SIGN_IN_REQUIRED);
            }
            List<String> domains = parts(rules.text("authentication_domains", ""));
            if (!domains.isEmpty() && !isIn(domains) && !isHost()) {
                return Optional.of(Reason.WRONG_DOMAIN);
            }
        }
        return arrival.address()
                .map(EmailAddress::new)
                .filter(address -> BlockedDomains.contain(settings, address))
                .map(blocked -> Reason.DOMAIN_BLOCKED)
                .or(() -> Optional.of(Reason.COUNTRY_BLOCKED).filter(reason -> isFromBlockedCountry()))
                .or(() -> isPresenter() ? Optional.empty() : registration.refusal());
    }

    private boolean isFromBlockedCountry() {
        return !isHost()
                && rules.mayHold(COUNTRIES)
                && rules.optionalDoc(COUNTRIES)
                        .filter(lists -> lists.flag("enable"))
                        .flatMap(lists -> arrival.given("country").map(country -> isBlocked(lists, country)))
                        .orElse(false);
    }

    private static boolean isBlocked(Doc lists, String country) {
        boolean approves = lists.text("method", "approve").equals("approve");
        boolean listed =
                lists.texts(approves ? "approved_list" : "denied_list").stream().anyMatch(country::equalsIgnoreCase);
        return listed != approves;
    }

    private boolean isExempt() {
        return rules.mayHold("authentication_exception")
                && rules.docs("authentication_exception").stream().anyMatch(guest -> arrival.address()
                        .filter(guest.text("email", "")::equalsIgnoreCase)
                        .isPresent());
    }

    private boolean isIn(List<String> domains) {
        return arrival.address()
                .filter(address -> new EmailAddress(address).isIn(domains))
                .isPresent();
    }

    /** Why the person may not join a running session. */
    Optional<Reason> refusal(Session session) {
        Doc record = session.record();
        if (session.hasRemoved(Session.person(arrival, ""))) {
            return Optional.of(Reason.REMOVED);
        }
        if (record.flag("locked") && !isHost() && !isAlternativeHost()) {
            return Optional.of(Reason.LOCKED);
        }
        return session.isFull(role()) ? Optional.of(Reason.FULL) : Optional.empty();
    }

    /** The stay that a second device of a host, or of a registrant who may not have two, ends. */
    Optional<Doc> earlier(Session session) {
        return isHost() || registration.isForOneDevice()
                ? session.inside(Session.person(arrival, ""))
                : Optional.empty();
    }

    /** Whether the person starts the session by joining. */
    boolean mayStart() {
        return isHost() || (arrival.start() && isAlternativeHost());
    }

    private boolean isHost() {
        return arrival.userId().equals(host.id());
    }

    /** Whether the person presents: a host, an alternative host or a panelist. */
    boolean isPresenter() {
        return isHost() || isAlternativeHost() || panelist.isPresent();
    }

    /** Whether the person may open the practice session of a webinar, or starts the session. */
    boolean mayOpen() {
        return mayStart() || (practises() && isPresenter());
    }

    /** Whether the webinar has a practice session. */
    boolean practises() {
        return isOn("practice_session");
    }

    /** Whether a setting is on; webinars lack some, and meetings others. */
    private boolean isOn(String setting) {
        return rules.mayHold(setting) && rules.flag(setting);
    }

    private boolean isAlternativeHost() {
        List<String> hosts = parts(rules.text("alternative_hosts", ""));
        return arrival.user()
                .filter(user -> hosts.stream().anyMatch(user.text("email")::equalsIgnoreCase))
                .isPresent();
    }

    /** Why the person may not start the session without the host; empty if it is allowed. */
    Optional<Reason> early() {
        if (!isOn("join_before_host") || isOn("waiting_room")) {
            return Optional.of(Reason.WAITING_FOR_HOST);
        }
        long minutes = rules.number("jbh_time", 0);
        return minutes > 0
                        && Occurrences.start(schedule, call.now())
                                .filter(start -> call.now().isBefore(start.minus(Duration.ofMinutes(minutes))))
                                .isPresent()
                ? Optional.of(Reason.TOO_EARLY)
                : Optional.empty();
    }

    boolean mustWait() {
        return isOn("waiting_room") && !isHost() && !isAlternativeHost();
    }

    ParticipantRole role() {
        if (mayStart()) {
            return ParticipantRole.HOST;
        }
        if (isAlternativeHost()) {
            return ParticipantRole.CO_HOST;
        }
        return switch (kind) {
            case MEETING -> ParticipantRole.PARTICIPANT;
            case WEBINAR -> panelist.isPresent() ? ParticipantRole.PANELIST : ParticipantRole.ATTENDEE;
        };
    }

    /** Lets a person who has waited for the host go on: to the waiting room, or into the meeting if there is room. */
    void next(Session session, Doc waiting) {
        if (isOn("waiting_room")) {
            Doc held = session.hold(waiting, ParticipationState.WAITING_ROOM);
            session.events().waiting("joined_waiting_room", held, call.second());
        } else if (!session.isFull(ParticipantRole.of(waiting))) {
            session.admit(waiting);
        }
    }

    /** The running sessions of the host, of both kinds. */
    Query running() {
        return call.store()
                .in(LiveTables.SESSIONS)
                .where("host_id", host.id())
                .where("state", SessionState.LIVE.word());
    }

    /** Whether as many sessions of the host are running as may run at once. */
    boolean isHostElsewhere() {
        long most = settings.text("feature.concurrent_meeting").orElse("").equals("Plus") ? 2 : 1;
        return running().count() >= most;
    }

    /**
     * What would come of the attempt; the outcome has no participation.
     *
     * @param current the session, if it is running or ending
     */
    Outcome prospect(Optional<Session> current) {
        Optional<Reason> refusal = refusal();
        if (refusal.isEmpty() && current.isPresent()) {
            refusal = refusalInto(current.get());
        } else if (refusal.isEmpty() && !mayStart()) {
            refusal = early().or(() -> Optional.of(Reason.HOST_ELSEWHERE).filter(any -> isHostElsewhere()));
        }
        if (refusal.isEmpty()
                && !isPresenter()
                && current.filter(Session::isPractice).isPresent()) {
            return new Outcome("waiting", Optional.of(Reason.WAITING_FOR_BROADCAST), Optional.empty());
        }
        if (refusal.isPresent() && refusal.get() == Reason.WAITING_FOR_HOST) {
            return new Outcome("waiting", refusal, Optional.empty());
        }
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return mustWait()
                ? new Outcome("waiting", Optional.of(Reason.WAITING_ROOM), Optional.empty())
                : new Outcome("admitted", Optional.empty(), Optional.empty());
    }

    private Optional<Reason> refusalInto(Session session) {
        return SessionState.of(session.record()) == SessionState.ENDING ? Optional.of(Reason.ENDED) : refusal(session);
    }

    /** A new session, with what it keeps of the schedule and the host as they are now. */
    Doc session() {
        boolean instant = Kind.isInstant(schedule);
        return call.blank(LiveTables.SESSIONS)
                .put("uuid", schedule.text("uuid"))
                .put("number", schedule.number("id"))
                .put("shown_id", number())
                .put("kind", kind.word())
                .put("state", SessionState.COMING.word())
                .put("host_id", host.id())
                .put("host_name", PersonName.of(host))
                .put("host_email", host.text("email"))
                .put("dept", host.text("dept", ""))
                .put("host_type", host.number("type"))
                .put("topic", schedule.text("topic", ""))
                .put("type", schedule.number("type"))
                .put("timezone", instant ? "" : schedule.text("timezone"))
                .put("duration", instant ? 0 : schedule.number("duration"))
                .put("locked", false)
                .put("capacity", MeetingCapacity.of(settings))
                .put("seed", call.ids().digits(15))
                .put(
                        "attendee_capacity",
                        settings.number("feature.webinar_capacity").orElse(0L))
                .put("attendees", 0)
                .put("arrivals", 0)
                .put("inside", 0)
                .put("persons", 0)
                .put("seconds", 0);
    }

    private long number() {
        return schedule.mayHold("pmi") ? schedule.number("pmi", schedule.number("id")) : schedule.number("id");
    }

    private static List<String> parts(String list) {
        return SEPARATOR
                .splitAsStream(list.toLowerCase(Locale.ROOT))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
