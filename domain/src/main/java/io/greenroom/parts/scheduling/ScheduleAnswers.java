package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.profiles.LoginType;
import io.greenroom.parts.registration.Registrations;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Occurrences;
import io.greenroom.parts.startkeys.StartKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Schedules of one kind as answers have them. */
public final class ScheduleAnswers {
    /** How long a start link is valid, and that of a host who was created by the API and cannot sign in. */
    private static final Duration START_LINK = Duration.ofHours(2);

    private static final Duration START_LINK_OF_API_USERS = Duration.ofDays(90);
    private static final int AGENDA_LENGTH = 250;

    private final Kind kind;
    private final HostDirectory hosts;

    public ScheduleAnswers(Kind kind, HostDirectory hosts) {
        this.kind = kind;
        this.hosts = hosts;
    }

    /** The schedule as its host sees it, with a new start link. */
    public Doc show(Call call, Doc schedule) {
        Doc host = hosts.host(call, schedule);
        Doc shown = call.as(kind.prefix(), schedule)
                .put("host_email", host.text("email"))
                .put("start_url", "/s/" + schedule.id() + "?zak=" + StartKey.issue(call, host, startLink(host)))
                .put("registration_url", registration(schedule))
                .put(
                        "occurrences",
                        Optional.of(schedule)
                                .filter(one -> one.has("occurrences"))
                                .map(one -> occurrences(call, one)));
        switch (kind) {
            case MEETING -> shown.put("status", schedule.flag("live") ? "started" : "waiting");
            case WEBINAR ->
                shown.put(
                        "registrants_confirmation_email",
                        schedule.doc("settings").flag("registrants_confirmation_email"));
        }
        return shown;
    }

    private Optional<String> registration(Doc schedule) {
        return schedule.optionalText("registration_key")
                .filter(key -> Registrations.isOn(schedule))
                .map(key -> "/" + kind.word() + "/register/" + key);
    }

    private static Duration startLink(Doc host) {
        return LoginType.has(host, LoginType.API) ? START_LINK_OF_API_USERS : START_LINK;
    }

    private static List<Doc> occurrences(Call call, Doc schedule) {
        String all = "show_previous_occurrences";
        boolean past = call.query().mayHold(all) && call.query().flag(all);
        return Occurrences.shown(call, past ? schedule.docs("occurrences") : Occurrences.coming(schedule, call.now()));
    }

    /** A page of schedules as lists have them. */
    public Page rows(Call call, Query chosen) {
        return Page.of(chosen.page(call.page().start(), call.page().size())).map(schedule -> row(call, schedule));
    }

    private Doc row(Call call, Doc schedule) {
        Doc row = call.as(kind.prefix() + "Row", schedule);
        return row.put("agenda", row.optionalText("agenda").map(agenda -> Texts.cut(agenda, AGENDA_LENGTH)));
    }
}
