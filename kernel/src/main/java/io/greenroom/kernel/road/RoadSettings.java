package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.road.history.Observer;
import java.nio.file.Path;
import java.util.List;

/**
 * What an installation decides about its road.
 *
 * @param origins where paths of this server lead
 * @param tokenInQuery whether {@code ?access_token=} is taken, as it was until 2023
 * @param strictness what happens to fields that the contract does not know
 * @param maxJsonBytes of a JSON body
 * @param maxUploadBytes of a multipart body
 * @param uploads where arriving files are kept until their request ends
 * @param observers who sees every request at its end
 */
public record RoadSettings(
        Origins origins,
        boolean tokenInQuery,
        Strictness strictness,
        int maxJsonBytes,
        long maxUploadBytes,
        Path uploads,
        List<Observer> observers) {}
