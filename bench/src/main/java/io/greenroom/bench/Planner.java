package io.greenroom.bench;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Schedules meetings, one an hour. Arguments: the URL of the server, a token, the id of the host, and their number. */
final class Planner {
    private static final int CONNECTIONS = 64;

    private Planner() {}

    public static void main(String[] args) throws InterruptedException {
        Instant first = Instant.parse("2027-01-04T09:00:00Z");
        try (HttpClient http = HttpClient.newHttpClient()) {
            Api server = new Api(http, args[0], args[1]);
            Api.each(
                    CONNECTIONS,
                    Integer.parseInt(args[3]),
                    number -> server.send(
                            "POST",
                            "/v2/users/" + args[2] + "/meetings",
                            "{\"topic\":\"Meeting %d\",\"type\":2,\"duration\":30,\"start_time\":\"%s\"}"
                                    .formatted(number, first.plus(number, ChronoUnit.HOURS))));
        }
    }
}
