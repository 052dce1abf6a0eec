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
import java.util.List;
import java.util.Optional;

/**
 * The steps from a consent request to the user's decision: sign in, then approve or deny. A decision needs a form that
 * this server has shown, unless the installation approves automatically. Threads may share it.
 */
public final class Approval {
    private static final int MOST_TO_PICK = 50;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final Notice TOO_OLD =
            new Notice(FORBIDDEN, "This page was too old or has been used. Sign in again.");

    private final OAuthScope scope;
    private final OAuthSettings settings;
    private final SignIn signIn;
    private final FormSeal seal;
    private final Pages pages;

    public Approval(OAuthScope scope, OAuthSettings settings, SignIn signIn, Pages pages) {
        this.scope = scope;
        this.settings = settings;
        this.signIn = signIn;
        this.seal = new FormSeal(scope);
        this.pages = pages;
    }

    /**
     * A request of the user's browser.
     *
     * @param origin the prefix of this server's own URLs
     */
    private record Visit(Request request, Parameters parameters, ConsentRequest consent, String origin) {
        String decision() {
            return request.method().equals("POST")
                    ? parameters.first("decision").orElse("")
                    : "";
        }

        String form() {
            return parameters.first("form").orElse("");
        }
    }

    Answer answer(Request request, Parameters parameters, ConsentRequest consent, String origin) {
        Visit visit = new Visit(request, parameters, consent, origin);
        Optional<String> approver = approver(parameters);
        if (approver.isPresent()) {
            return visit.decision().equals("deny")
                    ? consent.denied()
                    : grant(consent, unasked(approver.get(), consent));
        }
        return switch (visit.decision()) {
            case "deny" -> deny(visit);
            case "sign-in" -> signIn(visit);
            case "approve" -> approve(visit);
            default -> ask(visit, Notice.NONE);
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

    private Answer ask(Visit visit, Notice notice) {
        ConsentRequest consent = visit.consent();
        String browser = browser(visit);
        String form = seal.seal(consent, browser);
        if (!settings.devSignIn()) {
            return Browsers.keep(pages.signIn(consent, notice, form), browser, visit.origin());
        }
        String account = consent.app().text("account_id");
        List<People.Person> people =
                scope.store().read(account, unit -> scope.people().first(unit, MOST_TO_PICK));
        return Browsers.keep(pages.pick(consent, notice, people, form), browser, visit.origin());
    }

    private static String browser(Visit visit) {
        String known = Browsers.mark(visit.request());
        return known.isEmpty() ? Browsers.newMark() : known;
    }

    private Answer signIn(Visit visit) {
        Parameters parameters = visit.parameters();
        ConsentRequest consent = visit.consent();
        Optional<SignIn.SignInAttempt> attempt = settings.devSignIn()
                ? Optional.of(() -> {})
                : signIn.attempt(visit.request(), parameters.first("email").orElse(""));
        if (attempt.isEmpty()) {
            return ask(visit, new Notice(TOO_MANY, "Too many tries. Wait five minutes."));
        }
        Optional<People.Person> person =
                settings.devSignIn() ? signIn.picked(parameters, consent.app()) : signIn.withPassword(parameters);
        if (person.isEmpty()) {
            return ask(visit, new Notice(FORBIDDEN, "Nobody signs in like that."));
        }
        attempt.get().succeed();
        checkMayApprove(consent.app(), person.get());
        String browser = browser(visit);
        return Browsers.keep(
                pages.consent(consent, person.get(), seal.seal(consent, browser, person.get())),
                browser,
                visit.origin());
    }

    private Answer approve(Visit visit) {
        return seal.approve(visit.form(), visit.consent(), Browsers.mark(visit.request()))
                .map(person -> grant(visit.consent(), person))
                .orElseGet(() -> ask(visit, TOO_OLD));
    }

    private Answer deny(Visit visit) {
        return seal.deny(visit.form(), visit.consent(), Browsers.mark(visit.request()))
                ? visit.consent().denied()
                : ask(visit, TOO_OLD);
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
