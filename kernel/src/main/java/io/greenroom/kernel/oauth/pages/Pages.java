package io.greenroom.kernel.oauth.pages;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.PageLayout;
import io.greenroom.kernel.pages.Template;
import io.greenroom.kernel.pages.Template.Html;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of the authorization server, without scripts or other files. Threads may share it. */
public final class Pages {
    private static final int OK = 200;

    private final PageLayout layout = new PageLayout();
    private final Template signIn = Template.named("/oauth/sign-in.html");
    private final Template password = Template.named("/oauth/password.html");
    private final Template pick = Template.named("/oauth/pick.html");
    private final Template person = Template.named("/oauth/person.html");
    private final Template field = Template.named("/oauth/field.html");
    private final Template consent = Template.named("/oauth/consent.html");
    private final Template scope = Template.named("/oauth/scope.html");
    private final Template notice = Template.named("/oauth/notice.html");
    private final Template device = Template.named("/oauth/device.html");
    /**
     * A message on a page.
     *
     * @param status of the answer
     * @param text why the question is repeated; empty the first time
     */
    record Notice(int status, String text) {
        static final Notice NONE = new Notice(OK, "");
    }

    /** The page that asks for e-mail address and password. */
    Answer signIn(ConsentRequest consent, Notice said, String seal) {
        return signIn(consent, said, seal, password.fill(Map.of()));
    }

    /** The page that offers users to pick from, in development mode. */
    Answer pick(ConsentRequest consent, Notice said, List<People.Person> people, String seal) {
        List<Html> options = people.stream()
                .map(one -> person.fill(Map.of("id", one.id(), "name", one.displayName(), "email", one.email())))
                .toList();
        return signIn(consent, said, seal, pick.fill(Map.of("people", Html.all(options))));
    }

    private Answer signIn(ConsentRequest consent, Notice said, String seal, Html question) {
        Html content = signIn.fill(Map.of(
                "app", consent.app().text("name"),
                "notice", notice(said),
                "fields", fields(consent, seal),
                "question", question));
        return layout.page(said.status(), "Sign in", content, consent.formTargets());
    }

    /** The page that asks for consent. */
    Answer consent(ConsentRequest request, People.Person who, String seal) {
        Doc app = request.app();
        List<Html> scopes = app.texts("scopes").stream()
                .map(name -> scope.fill(Map.of("scope", name)))
                .toList();
        Html content = consent.fill(Map.of(
                "app", app.text("name"),
                "reach", Apps.kind(app) == CallerKind.ACCOUNT ? "your whole account" : "your user",
                "name", who.displayName(),
                "email", who.email(),
                "scopes", Html.all(scopes),
                "fields", fields(request, seal)));
        return layout.page(OK, "Approve " + app.text("name"), content, request.formTargets());
    }

    /** The page that asks for the code that a device shows. */
    Answer device(Notice said) {
        return layout.page(said.status(), "Connect a device", device.fill(Map.of("notice", notice(said))));
    }

    /** A page with a message only. */
    public Answer message(int status, String heading, String text) {
        return layout.message(status, heading, text);
    }

    private Html notice(Notice said) {
        return said.text().isEmpty() ? Html.NONE : notice.fill(Map.of("notice", said.text()));
    }

    private Html fields(ConsentRequest request, String seal) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("form", seal);
        return Html.all(values.entrySet().stream()
                .map(entry -> field.fill(Map.of("name", entry.getKey(), "value", entry.getValue())))
                .toList());
    }
}
