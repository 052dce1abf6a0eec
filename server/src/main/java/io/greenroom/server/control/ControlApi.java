package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Failure;
import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.road.Road;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.road.history.RequestHistory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The control API. Its contract is read when somebody asks for the first time, which may be never. Threads may share
 * it.
 */
public final class ControlApi implements Handler {
    private static final String CONTRACT = "/control/control.packed";
    private static final String DOCUMENT = "/_greenroom/openapi.json";
    private static final Set<String> ENTRANCE = Set.of("/_greenroom", "/_greenroom/");

    private final Parts parts;
    private volatile @Nullable Road road;

    /**
     * What the control API looks into and acts on.
     *
     * @param installation what is controlled
     * @param history the latest requests
     * @param process what runs here
     * @param settings who may come in
     * @param road how requests travel
     * @param redirectUris where apps may send people back to that name no place of their own
     * @param reseed opens the demo account where there is to be one
     */
    public record Parts(
            Installation installation,
            RequestHistory history,
            ProcessFacts process,
            ControlSettings settings,
            RoadSettings road,
            List<String> redirectUris,
            Runnable reseed) {}

    public ControlApi(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Answer handle(Request request) {
        if (ENTRANCE.contains(request.rawPath())) {
            return Answer.redirect(DOCUMENT);
        }
        if (request.rawPath().equals(DOCUMENT)) {
            return Answer.json(
                    200, ControlDocument.json(contract(), parts.road().origins().of(request)));
        }
        return road().handle(request);
    }

    private Road road() {
        Road known = road;
        if (known == null) {
            known = build();
            road = known;
        }
        return known;
    }

    static Contract contract() {
        return PackedContract.read(CONTRACT);
    }

    private Road build() {
        Installation installation = parts.installation();
        Contract contract = withFailuresOf(installation.scope().contract(), contract());
        CallScope scope = installation.scope();
        CallScope own = new CallScope(
                contract,
                new Bindings(contract),
                scope.clock(),
                scope.ids(),
                scope.media(),
                scope.signer(),
                scope.origins());
        ControlBindings bindings = new ControlBindings(contract);
        AccountOpener opener = new AccountOpener(installation);
        new ServerHandler(parts).bind(bindings);
        new AccountHandler(installation, opener, parts.redirectUris()).bind(bindings);
        new ClockHandler(installation).bind(bindings);
        new TraitsHandler(installation).bind(bindings);
        new UserHandler(installation).bind(bindings);
        new PersonHandler(installation).bind(bindings);
        new AccountAppHandler(installation).bind(bindings);
        new AppHandler(installation).bind(bindings);
        new PacHandler(installation).bind(bindings);
        new SipAudioHandler(installation).bind(bindings);
        new ContactHandler(installation).bind(bindings);
        return Road.own(own, "_greenroom", new Admit(parts.settings()), bindings.complete(), parts.road());
    }

    /** The road refuses here in the words that it refuses in there. */
    private static Contract withFailuresOf(Contract other, Contract contract) {
        Map<String, Failure> failures = new LinkedHashMap<>(other.failures());
        failures.putAll(contract.failures());
        return new Contract(
                contract.groups(),
                contract.operations(),
                contract.schemas(),
                failures,
                contract.features(),
                contract.events(),
                contract.accountPrefix());
    }
}
