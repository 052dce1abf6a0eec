package io.greenroom.bench;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Header;
import io.greenroom.kernel.http.HttpServer;
import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.server.SocketServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The HTTP server without a product: a handler that answers everything with bytes and headers from memory. Arguments:
 * the port, a file with a header a line, a file with the body.
 */
final class BareServer {
    private final List<Header> headers;
    private final byte[] body;

    private BareServer(List<Header> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    public static void main(String[] args) throws IOException {
        List<Header> headers = Files.readAllLines(Path.of(args[1])).stream()
                .map(line -> line.split(": ", 2))
                .filter(parts -> !parts[0].equalsIgnoreCase("Content-Type"))
                .map(parts -> new Header(parts[0], parts[1]))
                .toList();
        BareServer server = new BareServer(headers, Files.readAllBytes(Path.of(args[2])));
        SocketServer.start(HttpServer.Limits.of("127.0.0.1", Integer.parseInt(args[0])), server::answer);
    }

    private Answer answer(Request request) {
        Answer answer = Answer.json(200, body);
        headers.forEach(answer::header);
        return answer;
    }
}
