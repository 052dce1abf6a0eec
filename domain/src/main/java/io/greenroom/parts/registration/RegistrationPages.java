package io.greenroom.parts.registration;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.PagePlace;
import io.greenroom.kernel.pages.Template.Html;
import io.greenroom.kernel.pages.Visit;
import io.greenroom.parts.schedules.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The registration pages of the schedules of one kind: {@code /meeting/register/{key}} and its {@code /cancel}. Their
 * forms act for no signed-in person, so that another site gains nothing by sending them: what cancels is the token.
 */
public final class RegistrationPages {
    private static final String WEBINAR_PREFIX = "WN_";
    private static final int OK = 200;
    private static final int INVALID = 400;

    private final Kind kind;
    private final Registrations registrations;
    private final RegistrationLayout layout = new RegistrationLayout();

    public RegistrationPages(Kind kind, Registrations registrations) {
        this.kind = kind;
        this.registrations = registrations;
    }

    /** Serves the pages. */
    public void bind(Bindings on) {
        on.serve(kind.word(), scope -> new PagePlace(scope)
                .form("register/{key}", this::register)
                .form("register/{key}/cancel", this::cancel));
    }

    private String key(Visit visit) {
        String key = visit.path("key");
        return kind == Kind.WEBINAR && key.startsWith(WEBINAR_PREFIX) ? key.substring(WEBINAR_PREFIX.length()) : key;
    }

    private Optional<String> account(Visit visit) {
        String key = key(visit);
        return visit.account(unit -> unit.across(kind.table()).where("registration_key", key));
    }

    private Optional<Doc> schedule(Call call, Visit visit) {
        return call.store()
                .in(kind.table())
                .where("registration_key", key(visit))
                .first()
                .filter(schedule -> !schedule.text("state").equals("deleted"));
    }

    private Answer register(Visit visit) {
        Optional<String> account = account(visit);
        if (account.isEmpty()) {
            return layout.missing();
        }
        return visit.isPost() ? submit(visit, account.get()) : show(visit, account.get());
    }

    private Answer show(Visit visit, String account) {
        visit.parameter("source")
                .ifPresent(source -> visit.write(account, call -> {
                    schedule(call, visit)
                            .ifPresent(schedule -> registrations.hosts().visited(call, schedule, source));
                    return source;
                }));
        return form(visit, account, OK, "");
    }

    /** The form, or a page that says why registration is not possible. */
    private Answer form(Visit visit, String account, int status, String notice) {
        return visit.read(account, call -> schedule(call, visit).map(schedule -> closed(call, schedule)
                        .map(state -> layout.state(call, schedule, state, Html.NONE))
                        .orElseGet(() -> new RegistrationForm(
                                        call, schedule, registrations.isPerOccurrence(schedule), visit)
                                .answer(layout, status, notice))))
                .flatMap(Function.identity())
                .orElseGet(layout::missing);
    }

    private Optional<PageState> closed(Call call, Doc schedule) {
        if (!Registrations.isOn(schedule)) {
            return Optional.of(PageState.NOT_REQUIRED);
        }
        if (!schedule.text("state").equals("open") || registrations.isOver(call, schedule)) {
            return Optional.of(PageState.OVER);
        }
        return registrations.isFull(call, schedule) ? Optional.of(PageState.FULL) : Optional.empty();
    }

    /** Registers by the operation of the API. A registrant's link is shown to the person who registers first only. */
    private Answer submit(Visit visit, String account) {
        Optional<Doc> schedule =
                visit.read(account, call -> schedule(call, visit)).flatMap(Function.identity());
        if (schedule.isEmpty() || !schedule.get().text("state").equals("open")) {
            return form(visit, account, OK, "");
        }
        Doc meeting = schedule.get();
        Doc body = visit.read(account, call -> RegistrationForm.body(call, meeting, visit))
                .orElseGet(() -> new Doc(Schema.anyObject()));
        boolean known = visit.read(account, call -> new Registrants(call, meeting.id()).byEmail(body.text("email", "")))
                .flatMap(Function.identity())
                .isPresent();
        Map<String, String> path = Map.of(kind.word() + "Id", meeting.id());
        Map<String, String> query = RegistrationForm.occurrences(visit)
                .map(ids -> Map.of("occurrence_ids", ids))
                .orElse(Map.of());
        try {
            return visit.run(account, kind.word() + "RegistrantCreate", path, query, body)
                    .map(Doc.class::cast)
                    .flatMap(made -> visit.read(account, call -> registered(call, meeting, made, known)))
                    .orElseGet(layout::missing);
        } catch (Refusal refusal) {
            return form(visit, account, INVALID, notice(refusal));
        }
    }

    private static String notice(Refusal refusal) {
        List<String> fields =
                refusal.faults().stream().map(Refusal.FieldFault::field).toList();
        return fields.isEmpty()
                ? refusal.message()
                : "Please check: "
                        + String.join(
                                ", ",
                                fields.stream().map(RegistrationForm::label).toList()) + ".";
    }

    private Answer registered(Call call, Doc schedule, Doc made, boolean known) {
        if (known) {
            return layout.state(call, schedule, PageState.KNOWN, Html.NONE);
        }
        Doc registrant = new Registrants(call, schedule.id())
                .find(made.text("registrant_id"))
                .orElse(made);
        return JoinLinks.of(schedule, registrant)
                .map(link -> layout.state(call, schedule, PageState.APPROVED, layout.link(link)))
                .orElseGet(() -> layout.state(call, schedule, PageState.PENDING, Html.NONE));
    }

    /** Asks before it cancels, because programs follow the links of mails. */
    private Answer cancel(Visit visit) {
        Optional<String> account = account(visit);
        if (account.isEmpty()) {
            return layout.missing();
        }
        Function<Call, Optional<Answer>> step =
                call -> schedule(call, visit).map(schedule -> cancel(call, visit, schedule));
        return (visit.isPost() ? visit.write(account.get(), step) : visit.read(account.get(), step))
                .flatMap(Function.identity())
                .orElseGet(layout::missing);
    }

    private Answer cancel(Call call, Visit visit, Doc schedule) {
        Optional<Doc> registrant = visit.parameter("tk").flatMap(new Registrants(call, schedule.id())::byToken);
        if (registrant.isEmpty()) {
            return layout.state(call, schedule, PageState.UNKNOWN, Html.NONE);
        }
        if (!visit.isPost()) {
            return layout.state(call, schedule, PageState.CANCELLING, layout.cancellation(registrant.get()));
        }
        registrations.withdraw(call, schedule, registrant.get());
        return layout.state(call, schedule, PageState.CANCELLED, Html.NONE);
    }
}
