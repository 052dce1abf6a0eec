package io.greenroom.bench;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A bare Helidon server: one route, and a handler that answers with bytes and headers from memory. Arguments: the port,
 * a file with a header a line, a file with the body.
 */
final class BareServer {
    private BareServer() {}

    public static void main(String[] args) throws IOException {
        List<Header> headers = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.split(": ", 2))
                .map(parts -> HeaderValues.createCached(parts[0], parts[1]))
                .toList();
        byte[] body = Files.readAllBytes(Path.of(args[2]));
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .routing(routing -> routing.get("/v2/users/{userId}", (request, response) -> {
                    for (Header header : headers) {
                        response.header(header);
                    }
                    response.send(body);
                }))
                .build()
                .start();
    }
}
