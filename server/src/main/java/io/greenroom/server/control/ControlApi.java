package io.greenroom.server.control;

import io.greenroom.contract.Contract;
import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Handler;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.install.Installation;
import io.greenroom.kernel.road.RoadSettings;
import io.greenroom.kernel.webhooks.Inboxes;
import io.greenroom.live.plan.Grammar;
import io.greenroom.live.plan.ScriptSchema;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.server.webhooks.InboxReceiver;
import java.util.Optional;
import java.util.Set;

/**
 * The control API below {@code /_greenroom}: its document and the schema of scripts for all, and its operations for
 * admitted callers.
 */
public final class ControlApi implements Handler {
    /** The first segment of its paths. */
    public static final String PLACE = "_greenroom";

    private static final String DOCUMENT = "/_greenroom/openapi.json";
    private static final String SCRIPT_SCHEMA = "/_greenroom/schemas/script.json";
    private static final Set<String> ENTRANCE = Set.of("/_greenroom", "/_greenroom/");

    private final Contract contract;
    private final RoadSettings settings;
    private final Handler road;
    private final InboxReceiver inboxes;

    /**
     * The control API of an installation.
     *
     * @param admission who may use it
     * @param settings of its road
     */
    public ControlApi(Installation installation, ControlSettings admission, RoadSettings settings) {
        this.contract = installation.scope().contract();
        this.settings = settings;
        this.inboxes = new InboxReceiver(installation, settings.maxJsonBytes());
        this.road = installation.control(
                PLACE, new Admit(admission, installation.scope().clock()), settings);
    }

    @Override
    public Answer handle(Request request) {
        if (ENTRANCE.contains(request.rawPath())) {
            return Answer.redirect(DOCUMENT);
        }
        if (request.rawPath().equals(DOCUMENT)) {
            return Answer.json(
                    200, ControlDocument.json(contract, settings.origins().of(request)));
        }
        if (request.rawPath().equals(SCRIPT_SCHEMA)) {
            return Answer.json(200, OpenApiWriter.json(ScriptSchema.tree(new Grammar(contract, Kind.values()))));
        }
        Optional<String> inbox = request.method().equals("POST") ? Inboxes.name(request.rawPath()) : Optional.empty();
        return inbox.map(name -> inboxes.receive(name, request)).orElseGet(() -> road.handle(request));
    }
}
