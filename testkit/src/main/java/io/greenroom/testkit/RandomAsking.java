package io.greenroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.jobs.DueTimes;
import io.greenroom.kernel.jobs.Pace;
import io.greenroom.testkit.raw.RawAnswer;
import io.greenroom.testkit.raw.RawConnection;
import io.greenroom.testkit.raw.RawRequest;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Sends {@link RandomRequests} to a scene's server, and checks the invariants of every answer. Used by one thread,
 * which alternates between its connections, so that the same seed gives the same sequence.
 */
public final class RandomAsking implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final int REQUESTS_PER_SECOND = 40;
    private static final int MOST_TOLD = 30;

    /** The edge answers so, and closes the connection, since it has not read the whole target. */
    private static final int URI_TOO_LONG = 414;

    /** The status of operations that are in the contract but not built. */
    static final int NOT_BUILT = 501;

    private final Scene scene;
    private final int port;
    private final RandomRequests requests;
    private final List<RawConnection> connections = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** Opens connections to the scene's server; the seed determines the requests. */
    public RandomAsking(Scene scene, long seed) throws IOException {
        this.scene = scene;
        this.port = URI.create(scene.origin()).getPort();
        this.requests = new RandomRequests(scene, seed);
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new RawConnection(port));
        }
    }

    /**
     * Sends a number of requests and fails if an answer breaks an invariant. The account's clock is advanced between
     * them, because the limits of one second would refuse them all otherwise.
     */
    public void ask(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (i % REQUESTS_PER_SECOND == 0) {
                waitASecond();
            }
            RawRequest request = requests.next();
            int turn = i % CONNECTIONS;
            RawAnswer answer = connections.get(turn).ask(request);
            statuses.merge(answer.status(), 1, Integer::sum);
            check(request, answer);
            requests.heard(answer);
            if (request.malformed() || answer.isLast()) {
                connections.get(turn).close();
                connections.set(turn, new RawConnection(port));
            }
        }
        assertThat(faults).as("answers that must not be, among %s", statuses).isEmpty();
    }

    /** The number of answers by status; 0 counts connections closed without one. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    private void waitASecond() {
        DueTimes times = scene.installation().dueTimes();
        times.move(
                scene.account(),
                scene.installation().scope().clock().now(scene.account()).plus(Duration.ofSeconds(1)),
                Pace.FROZEN);
    }

    private void check(RawRequest request, RawAnswer answer) {
        boolean unread = request.malformed() || answer.status() == URI_TOO_LONG;
        boolean reachedTheRoad = request.target().startsWith("/v2/") && !unread;
        if (answer.status() >= 500 && answer.status() != NOT_BUILT) {
            fault("a fault of the server's", request, answer);
        } else if (answer.isLast() && !unread) {
            fault("a closed connection", request, answer);
        } else if (answer.body().contains("at io.greenroom") || answer.body().contains("Exception")) {
            fault("a stack trace", request, answer);
        } else if (reachedTheRoad && answer.header("x-zm-trackingid").isEmpty()) {
            fault("no tracking id", request, answer);
        } else if (answer.status() >= 400 && !request.isHead() && !isFile(request) && !tellsWhy(answer)) {
            fault("no reason", request, answer);
        }
    }

    private static boolean isFile(RawRequest request) {
        return request.target().startsWith("/p/");
    }

    private static boolean tellsWhy(RawAnswer answer) {
        return answer.header("content-type").startsWith("application/xml")
                ? tellsWhyInXml(answer.body())
                : tellsWhyInJson(answer.body());
    }

    private static boolean tellsWhyInJson(String body) {
        try {
            return Json.readValue(body) instanceof Doc
                    && Json.read(Schema.anyObject(), body).get("code") instanceof Long
                    && !Json.read(Schema.anyObject(), body).text("message").isEmpty();
        } catch (Json.Malformed e) {
            return false;
        }
    }

    private static boolean tellsWhyInXml(String body) {
        try {
            Element result = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)))
                    .getDocumentElement();
            return result.getTagName().equals("result")
                    && result.getElementsByTagName("code").getLength() == 1
                    && !result.getElementsByTagName("message")
                            .item(0)
                            .getTextContent()
                            .isEmpty();
        } catch (SAXException | ParserConfigurationException | IOException e) {
            return false;
        }
    }

    private void fault(String what, RawRequest request, RawAnswer answer) {
        if (faults.size() < MOST_TOLD) {
            faults.add(what + ": " + request + "\n  => " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }
}
