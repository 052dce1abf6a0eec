package io.greenroom.parts.registration;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.PageLayout;
import io.greenroom.kernel.pages.Template;
import io.greenroom.kernel.pages.Template.Html;
import io.greenroom.parts.schedules.Invitation;
import io.greenroom.parts.schedules.Occurrences;
import java.time.ZoneId;
import java.util.Map;

/** The HTML of registration pages. Threads may share it. */
final class RegistrationLayout {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final PageLayout layout = new PageLayout();
    private final Template page = Template.named("/pages/registration.html");
    private final Template form = Template.named("/pages/registration-form.html");
    private final Template link = Template.named("/pages/registration-link.html");
    private final Template cancellation = Template.named("/pages/registration-cancellation.html");

    /** The page for an unknown key. */
    Answer missing() {
        return layout.message(NOT_FOUND, "Page not found", "There is no such registration page.");
    }

    /** A page without a form for answers. */
    Answer state(Call call, Doc schedule, PageState state, Html more) {
        return page(OK, call, schedule, state.word(), state.sentence(), more);
    }

    /** The page with the form. */
    Answer form(int status, Call call, Doc schedule, String notice, Html fields) {
        String sentence = notice.isEmpty() ? "Please register." : notice;
        return page(status, call, schedule, "form", sentence, form.fill(Map.of("fields", fields)));
    }

    private Answer page(int status, Call call, Doc schedule, String state, String sentence, Html more) {
        String topic = schedule.text("topic", "");
        String time = Occurrences.start(schedule, call.now())
                .map(start -> Invitation.time(start, ZoneId.of(schedule.text("timezone"))))
                .orElse("");
        return layout.page(
                status,
                topic,
                page.fill(Map.of("topic", topic, "time", time, "state", state, "sentence", sentence, "more", more)));
    }

    Html link(String url) {
        return link.fill(Map.of("url", url));
    }

    Html cancellation(Doc registrant) {
        return cancellation.fill(Map.of("token", registrant.text("token"), "email", registrant.text("email")));
    }
}
