package io.greenroom.kernel.road;

import io.greenroom.kernel.http.Origins;
import io.greenroom.kernel.road.history.Observer;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings of an installation's road.
 *
 * @param origins decide the prefix of this server's URLs
 * @param tokenInQuery whether {@code ?access_token=} is accepted, as it was until 2023
 * @param faultsByHeader whether a request may order a fault for itself
 * @param xmlErrors whether callers that accept any type get errors as XML, as in 2021
 * @param strictness how unknown fields are treated
 * @param maxJsonBytes of a JSON body
 * @param maxUploadBytes of a multipart body
 * @param uploads the folder for uploaded files until their request ends
 * @param observers called at the end of every request
 */
public record RoadSettings(
        Origins origins,
        boolean tokenInQuery,
        boolean faultsByHeader,
        boolean xmlErrors,
        Strictness strictness,
        int maxJsonBytes,
        long maxUploadBytes,
        Path uploads,
        List<Observer> observers) {}
