package io.greenroom.server;

import static io.greenroom.server.Demo.ACCOUNT;
import static io.greenroom.server.Demo.OWNER;

import io.greenroom.api.pac.PacAccounts;
import io.greenroom.api.sipconnectedaudio.SipCarrier;
import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.AccountOpened.Owner;
import io.greenroom.kernel.Accounts.Opening;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.PageRequest;
import io.greenroom.kernel.auth.Passwords;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.store.Cursor;
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
 * Creates the demo account, in one unit, when it is missing: with all features, a few users, and an app of each kind.
 */
final class DemoSeed {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSeed.class);
    private static final List<Person> PEOPLE = List.of(
            new Person("grace.okafor", "Grace", "Okafor"),
            new Person("linus.berg", "Linus", "Berg"),
            new Person("mei.tanaka", "Mei", "Tanaka"),
            new Person("omar.haddad", "Omar", "Haddad"));
    private static final long LICENSED = 2;
    private static final long CONFERENCE = 5_550_100_001L;

    private final Installation installation;
    private final Config config;

    DemoSeed(Installation installation, Config config) {
        this.installation = installation;
        this.config = config;
    }

    private record Person(String mailbox, String firstName, String lastName) {}

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
                    + "). Start with --demo=true and remove it: DELETE /_greenroom/accounts/" + ACCOUNT);
        }
        if (!open && config.flag(Setting.DEMO)) {
            String hash = Passwords.hash(Demo.OWNER_PASSWORD);
            installation.store().write(ACCOUNT, unit -> isOpen(unit) ? ACCOUNT : open(unit, hash));
        }
    }

    private static boolean isOpen(Transaction unit) {
        return unit.find(KernelTables.ACCOUNTS, ACCOUNT).isPresent();
    }

    private String open(Transaction unit, String passwordHash) {
        Contract contract = installation.scope().contract();
        Owner owner = new Owner(OWNER, Demo.OWNER_EMAIL, "Ada", "Moreno", Optional.of(passwordHash));
        Opening opening = new Opening(
                ACCOUNT,
                "Greenroom demo",
                config.text(Setting.DEMO_PLAN),
                List.copyOf(contract.features().keySet()),
                List.of(Demo.DOMAIN),
                owner);
        Doc account = new AccountOpener(installation)
                .open(
                        unit,
                        opening,
                        Arrays.stream(Demo.App.values()).map(this::app).toList());
        PEOPLE.forEach(person -> add(unit, account, person));
        PacAccounts.assign(unit, OWNER, conference(contract));
        SipCarrier.setUp(unit, trunks(contract), List.of(number(contract)));
        return ACCOUNT;
    }

    private static Doc conference(Contract contract) {
        Doc number =
                new Doc(contract.schema("PacNumber")).put("number", "+15550100").put("country", "US");
        return new Doc(contract.schema("Pac"))
                .put("conference_id", CONFERENCE)
                .put("dedicated_dial_in_number", List.of(number))
                .put("global_dial_in_numbers", List.of(number))
                .put("participant_password", "123456")
                .put("listen_only_password", "654321");
    }

    private static List<Doc> trunks(Contract contract) {
        return List.of(new Doc(contract.schema("SipAudioTrunk"))
                .put("id", "1001")
                .put("name", "Headquarters")
                .put("sip_server_address", "sip.greenroom.example")
                .put("dnis", "5550100000")
                .put("number_prefix", "0"));
    }

    private static Doc number(Contract contract) {
        return new Doc(contract.schema("SipAudioNumber"))
                .put("number", "+15550101")
                .put("country", "US");
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

    /** Adds a user as a request would, but in the unit that opens the account. */
    private void add(Transaction unit, Doc account, Person person) {
        CallScope scope = installation.scope();
        Operation operation = scope.contract().operation("userCreate");
        Optional<Function<Call, Object>> handler = scope.bindings().handler(operation);
        if (handler.isPresent()) {
            Call call = new Call(scope, operation, input(scope.contract(), account, person), unit, Bindings.DONE);
            Object created = handler.get().apply(call);
            LOG.debug("The demo account has {}", created);
        }
    }

    private static Call.Input input(Contract contract, Doc account, Person person) {
        Doc user = new Doc(contract.schema("NewUser"))
                .put("email", person.mailbox() + "@" + Demo.DOMAIN)
                .put("first_name", person.firstName())
                .put("last_name", person.lastName())
                .put("type", LICENSED);
        Doc body = new Doc(contract.schema("UserCreation"))
                .put("action", "autoCreate")
                .put("user_info", user);
        Doc nothing = new Doc(Schema.object(List.of()));
        return new Call.Input(
                new Caller(ACCOUNT, OWNER, Demo.App.SERVER.credentials().clientId(), CallerKind.JWT, Set.of()),
                account,
                Map.of(),
                nothing,
                body,
                Map.of(),
                Optional.empty(),
                new PageRequest(1, 30, Cursor.START),
                "");
    }
}
