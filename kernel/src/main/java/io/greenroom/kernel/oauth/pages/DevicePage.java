package io.greenroom.kernel.oauth.pages;

import static io.greenroom.kernel.store.KernelTables.APPS;

import io.greenroom.kernel.auth.Attempts.Attempt;
import io.greenroom.kernel.auth.Devices;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.oauth.pages.Pages.Notice;
import io.greenroom.kernel.store.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** {@code /oauth_device}: a user enters the code that a device shows and approves the device's app. */
public final class DevicePage {
    private static final String NO_ACCOUNT = "";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;
    private static final Notice UNKNOWN = new Notice(BAD_REQUEST, "No device waits with this code.");

    private final OAuthScope scope;
    private final Devices devices;
    private final SignIn signIn;
    private final Approval approval;
    private final Pages pages;

    public DevicePage(OAuthScope scope, Devices devices, SignIn signIn, Approval approval, Pages pages) {
        this.scope = scope;
        this.devices = devices;
        this.signIn = signIn;
        this.approval = approval;
        this.pages = pages;
    }

    public Answer answer(Request request, String origin) {
        Parameters parameters = Parameters.of(request);
        Optional<String> typed = parameters.first("user_code");
        if (typed.isEmpty()) {
            return pages.device(Notice.NONE);
        }
        Optional<Attempt> guess = signIn.guess(request);
        if (guess.isEmpty()) {
            return pages.device(new Notice(TOO_MANY, "Too many tries. Wait five minutes."));
        }
        Optional<Connection> consent = scope.store().read(NO_ACCOUNT, unit -> waiting(unit, typed.get()));
        if (consent.isEmpty()) {
            return pages.device(UNKNOWN);
        }
        guess.get().succeed();
        return approval.answer(request, parameters, consent.get(), origin);
    }

    private Optional<Connection> waiting(Transaction unit, String typed) {
        return devices.waiting(unit, typed).flatMap(device -> unit.as(device.text("account_id"))
                .find(APPS, device.text("app_id"))
                .filter(app -> !app.flag("disabled"))
                .map(app -> new Connection(app, device)));
    }

    /** The consent request of this page. */
    private final class Connection implements ConsentRequest {
        private final Doc app;
        private final Doc device;

        Connection(Doc app, Doc device) {
            this.app = app;
            this.device = device;
        }

        @Override
        public Doc app() {
            return app;
        }

        @Override
        public Map<String, String> fields() {
            return Map.of("user_code", Devices.readable(device.text("user_code")));
        }

        @Override
        public Answer granted(People.Person person) {
            return decide(
                    (unit, waiting) -> devices.approve(unit, waiting, person),
                    "Device connected",
                    "You can go on at your device.");
        }

        @Override
        public Answer denied() {
            return decide(devices::deny, "Device not connected", "You can close this page.");
        }

        @Override
        public String formTargets() {
            return "";
        }

        private Answer decide(BiConsumer<Transaction, Doc> decision, String heading, String text) {
            Optional<Doc> decided = scope.store().write(device.text("account_id"), unit -> {
                Optional<Doc> waiting = devices.waiting(unit, device.text("user_code"));
                waiting.ifPresent(one -> decision.accept(unit, one));
                return waiting;
            });
            return decided.isPresent() ? pages.message(OK, heading, text) : pages.device(UNKNOWN);
        }
    }
}
