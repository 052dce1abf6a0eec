package io.greenroom.server;

import static io.greenroom.server.Demo.ACCOUNT;
import static io.greenroom.server.Demo.OWNER;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.AccountOpened.Owner;
import io.greenroom.kernel.Accounts.Opening;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.server.config.Config;
import io.greenroom.server.config.Setting;
import io.greenroom.server.control.AccountOpener;
import io.greenroom.server.control.Scopes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the demo account, in one unit, when it is missing: with what its plan includes, users of every kind, and an
 * app of each kind.
 */
final class DemoSeed {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final long CONFERENCE = 5_550_100_001L;

    private final Installation installation;
    private final Config config;

    DemoSeed(Installation installation, Config config) {
        this.installation = installation;
        this.config = config;
    }

    /**
     * Creates the account if the settings want it.
     *
     * @throws CannotStart when the account exists and the settings forbid it
     */
    void create() {
        boolean open = installation.store().read(ACCOUNT, DemoSeed::isOpen);
        if (open && !config.flag(Setting.DEMO)) {
            throw new CannotStart("The demo account is here, whose secrets everybody knows, but demo is false ("
                    + config.value(Setting.DEMO).origin()
                    + "). Start with --demo=true (in production also --production-allow=demo) and remove it: DELETE"
                    + " /_greenroom/accounts/" + ACCOUNT);
        }
        if (!open && config.flag(Setting.DEMO)) {
            installation.store().write(ACCOUNT, unit -> isOpen(unit) ? ACCOUNT : open(unit));
        }
    }

    private static boolean isOpen(Transaction unit) {
        return unit.find(KernelTables.ACCOUNTS, ACCOUNT).isPresent();
    }

    private String open(Transaction unit) {
        Contract contract = installation.scope().contract();
        Owner owner = new Owner(OWNER, Demo.OWNER_EMAIL, "Ada", "Moreno", Optional.of(Demo.OWNER_PASSWORD_HASH));
        Opening opening = new Opening(
                ACCOUNT,
                "Greenroom demo",
                config.text(Setting.DEMO_PLAN),
                AccountFeatures.initial(
                        config.text(Setting.DEMO_PLAN), contract.features().values()),
                List.of(Demo.DOMAIN),
                owner);
        Doc account = new AccountOpener(installation)
                .open(
                        unit,
                        opening,
                        Arrays.stream(Demo.App.values()).map(this::app).toList());
        new DemoPeople(installation.scope(), unit, account).create();
        if (AccountFeatures.has(account, "pac")) {
            control(unit, account, "controlPacAssign", Map.of("userId", OWNER), DemoSeed::conference);
        }
        if (AccountFeatures.has(account, "sip_audio")) {
            control(unit, account, "controlSipAudioSetUp", Map.of(), DemoSeed::carrier);
        }
        return ACCOUNT;
    }

    private static Doc conference(Contract contract) {
        Doc number =
                new Doc(contract.schema("PacDialIn")).put("number", "+15550100").put("country", "US");
        return new Doc(contract.schema("PacAssignment"))
                .put("conference_id", CONFERENCE)
                .put("dedicated_dial_in_number", List.of(number))
                .put("global_dial_in_numbers", List.of(number))
                .put("participant_password", "123456")
                .put("listen_only_password", "654321");
    }

    private static Doc carrier(Contract contract) {
        Doc trunk = new Doc(contract.schema("SipAudioTrunkSetUp"))
                .put("id", "1001")
                .put("name", "Headquarters")
                .put("sip_server_address", "sip.greenroom.example")
                .put("dnis", "5550100000")
                .put("number_prefix", "0");
        Doc number = new Doc(contract.schema("SipAudioNumberSetUp"))
                .put("number", "+15550101")
                .put("country", "US");
        return new Doc(contract.schema("SipAudioSetUp"))
                .put("trunks", List.of(trunk))
                .put("numbers", List.of(number));
    }

    private AccountOpener.App app(Demo.App app) {
        Contract contract = installation.scope().contract();
        return new AccountOpener.App(
                app.title(),
                app.kind(),
                app == Demo.App.LIMITED ? List.of("user:read:admin") : Scopes.of(contract, app.kind()),
                config.list(Setting.DEMO_REDIRECT_URIS),
                app.credentials());
    }

    /** Does what the control API does, in the same unit. */
    private void control(
            Transaction unit, Doc account, String operationId, Map<String, String> path, Function<Contract, Doc> body) {
        CallScope scope = installation.controlScope();
        Caller vendor = new Caller(ACCOUNT, "", "", CallerKind.SERVER, Set.of());
        Call.Input input = Call.Input.of(
                vendor,
                account,
                path,
                body.apply(scope.contract()),
                scope.origins().withoutRequest());
        scope.run(operationId, unit, input).ifPresent(made -> LOG.debug("The demo account has {}", made));
    }
}
