package io.greenroom.kernel.oauth.pages;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.OAuthSettings;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.oauth.pages.Pages.Notice;
import java.util.Optional;

/**
 * The steps from a consent request to the user's decision: sign in, then approve or deny. A grant needs a form that
 * this server has shown, unless the installation approves automatically. Threads may share it.
 */
public final class Approval {
    private static final int MOST_TO_PICK = 50;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final String NO_ACCOUNT = "";

    private final OAuthScope scope;
    private final OAuthSettings settings;
    private final SignIn signIn;
    private final FormSeal seal;
    private final Pages pages;

    public Approval(OAuthScope scope, OAuthSettings settings, SignIn signIn, Pages pages) {
        this.scope = scope;
        this.settings = settings;
        this.signIn = signIn;
        this.seal = new FormSeal(scope.keys().signer(), scope.clock(), scope.people());
        this.pages = pages;
    }

    Answer answer(Request request, Parameters parameters, ConsentRequest consent, String origin) {
        Optional<String> approver = approver(parameters);
        if (approver.isPresent()) {
            return grant(consent, unasked(approver.get(), consent));
        }
        String decision =
                request.method().equals("POST") ? parameters.first("decision").orElse("") : "";
        return switch (decision) {
            case "deny" -> consent.denied();
            case "sign-in" -> signIn(request, parameters, consent, origin);
            case "approve" -> approve(request, parameters, consent);
            default -> ask(consent, Notice.NONE);
        };
    }

    /** The user who approves automatically. */
    private Optional<String> approver(Parameters parameters) {
        return Optional.of(parameters)
                .filter(given -> settings.devSignIn())
                .flatMap(given -> given.first("greenroom_user"))
                .or(() -> Optional.of(settings.autoApprove()))
                .filter(user -> !user.isEmpty());
    }

    private People.Person unasked(String user, ConsentRequest consent) {
        return signIn.named(user, consent.app())
                .filter(People.Person::active)
                .orElseThrow(() -> PageFailure.badRequest("There is no active user " + user + " who could approve."));
    }

    private Answer ask(ConsentRequest consent, Notice notice) {
        if (!settings.devSignIn()) {
            return pages.signIn(consent, notice);
        }
        String account = consent.app().text("account_id");
        return pages.pick(consent, notice, scope.store().read(account, unit -> scope.people()
                .first(unit, MOST_TO_PICK)));
    }

    private Answer signIn(Request request, Parameters parameters, ConsentRequest consent, String origin) {
        if (!settings.devSignIn()
                && !signIn.mayTry(request, parameters.first("email").orElse(""))) {
            return ask(consent, new Notice(TOO_MANY, "Too many tries. Wait five minutes."));
        }
        Optional<People.Person> person =
                settings.devSignIn() ? signIn.picked(parameters, consent.app()) : signIn.withPassword(parameters);
        if (person.isEmpty()) {
            return ask(consent, new Notice(FORBIDDEN, "Nobody signs in like that."));
        }
        checkMayApprove(consent.app(), person.get());
        String known = Browsers.mark(request);
        String browser = known.isEmpty() ? Browsers.newMark() : known;
        return Browsers.keep(
                pages.consent(consent, person.get(), seal.seal(consent, person.get(), browser)), browser, origin);
    }

    private Answer approve(Request request, Parameters parameters, ConsentRequest consent) {
        String form = parameters.first("form").orElse("");
        String browser = Browsers.mark(request);
        return scope.store()
                .read(NO_ACCOUNT, unit -> seal.open(unit, form, consent, browser))
                .filter(People.Person::active)
                .map(person -> grant(consent, person))
                .orElseGet(() -> ask(consent, new Notice(FORBIDDEN, "This page was too old. Sign in again.")));
    }

    private static Answer grant(ConsentRequest consent, People.Person person) {
        checkMayApprove(consent.app(), person);
        return consent.granted(person);
    }

    private static void checkMayApprove(Doc app, People.Person person) {
        if (!app.flag("published") && !person.account().equals(app.text("account_id"))) {
            throw PageFailure.notAllowed("This app is not published: only its own account can use it.");
        }
        if (Apps.kind(app) == CallerKind.ACCOUNT && !person.administrator()) {
            throw PageFailure.notAllowed("Only an administrator can approve an app for the whole account.");
        }
    }
}
