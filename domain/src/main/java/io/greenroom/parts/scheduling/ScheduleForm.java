package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Passcodes;
import io.greenroom.parts.schedules.Schedules;
import io.greenroom.parts.schedules.StartTime;
import io.greenroom.parts.settings.EffectiveSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Applies a request to a schedule, by the rules in force for its host. Used for one request. */
public final class ScheduleForm {
    private static final String REQUIRE = "schedule_meeting.require_password_for_";
    public static final int USUAL_MINUTES = 60;

    /** The settings that a single occurrence can have of its own. */
    private static final List<String> OCCURRENCE_SETTINGS = List.of(
            "host_video",
            "participant_video",
            "panelists_video",
            "hd_video",
            "join_before_host",
            "mute_upon_entry",
            "waiting_room",
            "watermark",
            "auto_recording");

    private final Call call;
    private final Kind kind;
    private final Schedules schedules;
    private final Doc host;
    private final EffectiveSettings inForce;
    private final HostRules rules;
    private final Passcodes passcodes;

    ScheduleForm(Call call, Schedules schedules, Doc host, EffectiveSettings inForce, HostRules rules) {
        this.call = call;
        this.kind = schedules.kind();
        this.schedules = schedules;
        this.host = host;
        this.inForce = inForce;
        this.rules = rules;
        this.passcodes = new Passcodes(call, inForce);
    }

    /** A new meeting of the host, not yet kept. */
    Doc create() {
        Doc meeting = call.blank(kind.table());
        template()
                .ifPresent(template -> meeting.take(
                        call.as(kind.prefix() + "Record", template).only("agenda", "duration", "settings")));
        meeting.take(call.body()).put("host_id", host.id());
        schedules.begin(call, meeting);
        meeting.putIfAbsent("timezone", host.text("timezone", "UTC")).putIfAbsent("duration", USUAL_MINUTES);
        Doc settings = meeting.within("settings").fillDefaults();
        if (Kind.isInstant(meeting)) {
            settings.putIfAbsent("use_pmi", inForce.flag("schedule_meeting.use_pmi_for_instant_meetings"));
        }
        start(meeting, true);
        call.inherit(meeting, host.id());
        complete(meeting);
        passcode(meeting, Optional.empty());
        link(meeting);
        return meeting;
    }

    /** A changed copy of a meeting, not yet kept. */
    Doc change(Doc before) {
        template();
        if (call.body().isNull("type")) {
            throw call.invalid("type");
        }
        Doc meeting =
                before.copy().take(call.body().copy().remove("start_time")).put("host_id", host.id());
        meeting.putIfAbsent("duration", USUAL_MINUTES).putIfAbsent("timezone", host.text("timezone", "UTC"));
        if (Kind.isPersonal(before)) {
            meeting.put("type", Kind.PERSONAL);
        }
        if (mayMove(before)) {
            start(meeting, !meeting.has("start_time"));
        }
        call.inherit(meeting, host.id());
        complete(meeting);
        passcode(meeting, Optional.of(before));
        link(meeting);
        return meeting;
    }

    /** Completes the meeting of the host's personal meeting id, which is not scheduled. */
    public Doc personal(Doc meeting) {
        meeting.within("settings").fillDefaults().put("use_pmi", true);
        call.inherit(meeting, host.id());
        complete(meeting);
        passcodes.set(meeting, inForce.text("schedule_meeting.pmi_password").orElse(""));
        link(meeting);
        return meeting;
    }

    private Optional<Doc> template() {
        return Optional.of(call.body())
                .filter(body -> body.mayHold("template_id"))
                .flatMap(body -> body.optionalText("template_id"))
                .filter(id -> !id.isEmpty())
                .map(id -> new ScheduleTemplates(kind)
                        .find(call, host, id)
                        .orElseThrow(() -> call.refuse("meeting-template-unknown")));
    }

    /** A recurring meeting is moved only together with its recurrence, as the vendor's reference says. */
    private boolean mayMove(Doc before) {
        return !kind.recurs(before) || call.body().has("recurrence");
    }

    private void start(Doc meeting, boolean created) {
        Optional<String> given = call.body().optionalText("start_time");
        if (given.isPresent()) {
            meeting.put(
                    "start_time",
                    StartTime.read(given.get(), ZoneId.of(meeting.text("timezone")))
                            .orElseThrow(() -> call.invalid("start_time")));
        } else if (created) {
            meeting.put("start_time", call.second());
        }
    }

    private void complete(Doc meeting) {
        meeting.put("settings", rules.complete(meeting.within("settings").copy()));
        if (meeting.mayHold("pmi")) {
            meeting.put("pmi", Optional.of(host.number("pmi")).filter(pmi -> usesPersonalNumber(meeting)));
        }
        if (!kind.recurs(meeting)) {
            meeting.remove("recurrence");
        }
    }

    private static boolean usesPersonalNumber(Doc meeting) {
        return Kind.isPersonal(meeting) || isOn(meeting.doc("settings"), "use_pmi");
    }

    /** Whether a switch is on; webinars lack some of them. */
    private static boolean isOn(Doc settings, String name) {
        return settings.mayHold(name) && settings.flag(name);
    }

    /**
     * Decides on the passcode. An empty one leaves the decision to the settings, as a missing one does at creation.
     * Where the account requires some protection, a meeting without any gets a passcode, or its waiting room back.
     */
    private void passcode(Doc meeting, Optional<Doc> before) {
        String former =
                before.map(meetingBefore -> meetingBefore.text("password", "")).orElse("");
        String given = call.body().text("password", "");
        if (!given.isEmpty() && !passcodes.accepts(given)) {
            throw call.invalid("password");
        }
        String passcode = former;
        if (usesPersonalNumber(meeting)) {
            passcode = inForce.text("schedule_meeting.pmi_password").orElse("");
        } else if (!given.isEmpty()) {
            passcode = given;
        } else if (before.isEmpty() || call.body().has("password")) {
            passcode = required(meeting, former);
        }
        if (passcode.isEmpty() && isOpen(meeting)) {
            if (before.isEmpty() || !meeting.doc("settings").mayHold("waiting_room")) {
                passcode = former.isEmpty() ? passcodes.draw() : former;
            } else {
                meeting.put("settings", meeting.doc("settings").copy().put("waiting_room", true));
            }
        }
        if (before.isEmpty() || !passcode.equals(former)) {
            passcodes.set(meeting, passcode);
        } else if (!passcode.isEmpty()) {
            meeting.put("password", passcode);
        }
    }

    /** The passcode of a meeting whose host leaves it to the settings. */
    private String required(Doc meeting, String former) {
        if (!inForce.flag(REQUIRE + (Kind.isInstant(meeting) ? "instant_meetings" : "scheduling_new_meetings"))) {
            return "";
        }
        return former.isEmpty() ? drawn() : former;
    }

    private String drawn() {
        return inForce.text("schedule_meeting.default_password_for_scheduled_meetings")
                .filter(usual -> !usual.isEmpty())
                .orElseGet(passcodes::draw);
    }

    private boolean isOpen(Doc meeting) {
        Doc settings = meeting.doc("settings");
        return inForce.flag("meeting_security.auto_security")
                && !isOn(settings, "waiting_room")
                && !settings.flag("meeting_authentication");
    }

    private void link(Doc meeting) {
        String number = meeting.mayHold("pmi") && meeting.has("pmi") ? meeting.text("pmi") : meeting.id();
        boolean embeds = inForce.flag("schedule_meeting.embed_password_in_join_link");
        meeting.put(
                "join_url",
                "/j/" + number
                        + meeting.optionalText("password")
                                .filter(any -> embeds)
                                .map(passcode -> "?pwd=" + Passcodes.sealed(call, meeting.number("id"), passcode))
                                .orElse(""));
        if (Registrations.isOn(meeting)) {
            meeting.putIfAbsent("registration_key", call.ids().secret());
        }
    }

    /**
     * A changed copy of one occurrence. Only its time and a few settings can differ from the meeting's; other fields
     * are ignored.
     */
    static Doc occurrence(Call call, Doc meeting, Doc before) {
        Doc occurrence = before.copy();
        Doc body = call.body();
        body.optionalText("agenda").ifPresent(agenda -> occurrence.put("agenda", agenda));
        if (body.has("duration") && !body.isNull("duration")) {
            occurrence.put("duration", body.number("duration")).put("own_duration", true);
        }
        body.optionalText("start_time")
                .ifPresent(start -> occurrence.put(
                        "start_time",
                        StartTime.read(start, ZoneId.of(body.text("timezone", meeting.text("timezone"))))
                                .orElseThrow(() -> call.invalid("start_time"))));
        body.optionalDoc("settings").ifPresent(settings -> {
            Doc changes = occurrence.within("settings").copy();
            OCCURRENCE_SETTINGS.stream()
                    .filter(name -> settings.mayHold(name) && settings.has(name) && !settings.isNull(name))
                    .forEach(name -> changes.put(name, Objects.requireNonNull(settings.get(name))));
            occurrence.put("settings", changes);
        });
        return occurrence;
    }
}
