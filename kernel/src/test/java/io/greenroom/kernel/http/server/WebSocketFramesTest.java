package io.greenroom.kernel.http.server;

import static io.greenroom.kernel.http.server.WebSocketLine.BINARY;
import static io.greenroom.kernel.http.server.WebSocketLine.CLOSE;
import static io.greenroom.kernel.http.server.WebSocketLine.CONTINUATION;
import static io.greenroom.kernel.http.server.WebSocketLine.LAST;
import static io.greenroom.kernel.http.server.WebSocketLine.PING;
import static io.greenroom.kernel.http.server.WebSocketLine.PONG;
import static io.greenroom.kernel.http.server.WebSocketLine.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.HttpServer;
import java.io.IOException;
import java.net.SocketException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames, good and bad ones, over a socket. */
class WebSocketFramesTest {
    private final TestEndpoint endpoint = new TestEndpoint(TestEndpoint.LIMITS, false);
    private final HttpServer server = SocketServer.start(HttpServer.Limits.of("127.0.0.1", 0), endpoint);
    private final WebSocketLine line;

    WebSocketFramesTest() throws IOException {
        line = WebSocketLine.open(server.port(), "one");
    }

    @BeforeEach
    void open() throws IOException {
        assertThat(line.text("open").hear()).isEqualTo(new WebSocketLine.Frame(LAST | TEXT, "open"));
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    /** The server sends its reason for closing, and closes once the client agrees. */
    private void assertFails(int code) throws Exception {
        assertThat(line.hear().code()).isEqualTo(code);
        line.frame(LAST | CLOSE, "");
        assertThat(line.isClosed()).isTrue();
        assertThat(endpoint.closing()).startsWith(code + " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 100_000})
    void takesAndSendsMessagesOfEachLength(int length) throws IOException {
        String text = "x".repeat(length);
        assertThat(line.text(text).hear()).isEqualTo(new WebSocketLine.Frame(LAST | TEXT, text));
    }

    @Test
    void joinsFragmentsAlsoAroundControlFrames() throws IOException {
        byte[] euro = {(byte) 0xe2, (byte) 0x82, (byte) 0xac};
        line.frame(TEXT, new byte[] {euro[0]})
                .frame(LAST | PING, "ping")
                .frame(CONTINUATION, new byte[] {euro[1]})
                .frame(CONTINUATION, "")
                .frame(LAST | PONG, "unasked")
                .frame(LAST | CONTINUATION, new byte[] {euro[2]});
        assertThat(line.hear()).isEqualTo(new WebSocketLine.Frame(LAST | PONG, "ping"));
        assertThat(line.hear()).isEqualTo(new WebSocketLine.Frame(LAST | TEXT, "\u00e2\u0082\u00ac"));
    }

    @Test
    void refusesFramesThatAreNotMasked() throws Exception {
        line.say(LAST | TEXT, 1, 'x');
        assertFails(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10, 0x70})
    void refusesReservedBits(int bits) throws Exception {
        line.frame(LAST | bits | TEXT, "x");
        assertFails(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void refusesUnknownOpcodes(int opCode) throws Exception {
        line.frame(LAST | opCode, "x");
        assertFails(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {CLOSE, PING, PONG})
    void refusesControlFramesInFragments(int opCode) throws Exception {
        line.frame(opCode, "");
        assertThat(line.hear().code()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {CLOSE, PING, PONG})
    void refusesControlFramesThatAreTooLong(int opCode) throws Exception {
        line.frame(LAST | opCode, "x".repeat(126));
        assertThat(line.hear().code()).isEqualTo(1002);
    }

    @Test
    void answersPingsOfAnyAllowedLength() throws IOException {
        assertThat(line.frame(LAST | PING, "").hear()).isEqualTo(new WebSocketLine.Frame(LAST | PONG, ""));
        String longest = "x".repeat(125);
        assertThat(line.frame(LAST | PING, longest).hear()).isEqualTo(new WebSocketLine.Frame(LAST | PONG, longest));
    }

    @Test
    void refusesAContinuationOfNothing() throws Exception {
        line.frame(LAST | CONTINUATION, "x");
        assertFails(1002);
    }

    @Test
    void refusesAMessageWithinAnother() throws Exception {
        line.frame(TEXT, "x").frame(LAST | TEXT, "y");
        assertFails(1002);
    }

    @Test
    void refusesLengthsInMoreBytesThanTheyNeed() throws Exception {
        line.say(LAST | TEXT, 0x80 | 126, 0, 1, 0, 0, 0, 0, 'x');
        assertFails(1002);
    }

    @Test
    void refusesALongerLengthThanIsNeeded() throws Exception {
        line.say(LAST | TEXT, 0x80 | 127, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 'x');
        assertFails(1002);
    }

    @Test
    void refusesANegativeLength() throws IOException {
        line.say(LAST | TEXT, 0x80 | 127, 0x80, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 'x');
        assertThat(line.hear().code()).isEqualTo(1002);
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void refusesTextThatIsNotUtf8() throws Exception {
        line.frame(LAST | TEXT, new byte[] {'a', (byte) 0xc3, '('});
        assertFails(1007);
    }

    @Test
    void refusesTextThatEndsWithinACharacter() throws Exception {
        line.frame(TEXT, new byte[] {(byte) 0xe2, (byte) 0x82}).frame(LAST | CONTINUATION, "");
        assertFails(1007);
    }

    @Test
    void refusesBinaryMessagesWhereOnlyTextIsTaken() throws Exception {
        line.frame(LAST | BINARY, "x");
        assertFails(1003);
    }

    @Test
    void refusesAMessageThatIsTooLarge() throws Exception {
        line.text("x".repeat(100_001));
        assertFails(1009);
    }

    @Test
    void refusesAMessageOnceItsFragmentsAreTooLarge() throws Exception {
        line.frame(TEXT, "x".repeat(60_000)).frame(CONTINUATION, "x".repeat(40_001));
        assertFails(1009);
    }

    @Test
    void refusesALengthThatIsOnlyAnnounced() throws IOException {
        line.say(LAST | TEXT, 0x80 | 127, 0x7f, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 'x');
        assertThat(line.hear().code()).isEqualTo(1009);
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void refusesAMessageInVeryManyFragments() throws Exception {
        line.frame(TEXT, "");
        for (int i = 0; i < 1000; i++) {
            line.frame(CONTINUATION, "");
        }
        assertFails(1008);
    }

    @ParameterizedTest
    @ValueSource(ints = {TEXT, PONG})
    void refusesMoreMessagesThanAllowedInASecond(int opCode) throws Exception {
        int first = LAST | opCode;
        for (int i = 0; i < 400; i++) {
            line.frame(first, "x");
        }
        WebSocketLine.Frame heard = line.hear();
        while (heard.first() == (LAST | TEXT)) {
            heard = line.hear();
        }
        assertThat(heard.code()).isEqualTo(1008);
        line.frame(LAST | CLOSE, "");
        assertThat(line.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1011, 3000, 4999})
    void answersACloseFrameWithItsCode(int code) throws Exception {
        line.frame(LAST | CLOSE, new byte[] {(byte) (code >> 8), (byte) code, 'w', 'h', 'y'});
        WebSocketLine.Frame answer = line.hear();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.payload()).hasSize(2);
        assertThat(line.isClosed()).isTrue();
        assertThat(endpoint.closing()).isEqualTo(code + " why");
    }

    @Test
    void answersACloseFrameWithoutCode() throws Exception {
        assertThat(line.frame(LAST | CLOSE, "").hear()).isEqualTo(new WebSocketLine.Frame(LAST | CLOSE, ""));
        assertThat(line.isClosed()).isTrue();
        assertThat(endpoint.closing()).isEqualTo("1005 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535})
    void refusesCodesThatMayNotBeSent(int code) throws Exception {
        line.frame(LAST | CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
        assertThat(line.hear().code()).isEqualTo(1002);
    }

    @Test
    void refusesHalfACode() throws Exception {
        line.frame(LAST | CLOSE, "x");
        assertThat(line.hear().code()).isEqualTo(1002);
    }

    @Test
    void refusesAReasonThatIsNotUtf8() throws Exception {
        line.frame(LAST | CLOSE, new byte[] {3, (byte) 0xe8, (byte) 0xff});
        assertThat(line.hear().code()).isEqualTo(1007);
    }

    @Test
    void sendsQueuedMessagesBeforeItCloses() throws Exception {
        line.text("close").text("ignored");
        assertThat(line.hear().payload()).isEqualTo("before");
        WebSocketLine.Frame close = line.hear();
        assertThat(close.code()).isEqualTo(4000);
        assertThat(close.payload()).endsWith("bye");
        line.frame(LAST | CLOSE, "");
        assertThat(line.isClosed()).isTrue();
        assertThat(endpoint.closing()).isEqualTo("4000 bye");
    }

    @Test
    void closesWhenTheEndpointFails() throws Exception {
        line.text("fail");
        WebSocketLine.Frame close = line.hear();
        assertThat(close.code()).isEqualTo(1011);
        assertThat(close.payload()).doesNotContain("secret");
    }

    @Test
    void noticesAConnectionThatIsCut() throws Exception {
        line.close();
        assertThat(endpoint.closing()).isEqualTo("1006 ");
    }

    @Test
    void cutsAClientThatDoesNotAgreeToClose() throws Exception {
        line.text("close");
        assertThat(line.hear().payload()).isEqualTo("before");
        assertThat(line.hear().code()).isEqualTo(4000);
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void terminatesForRandomFrames() throws IOException {
        SplittableRandom random = new SplittableRandom(20260809);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(1, 300)];
            random.nextBytes(garbage);
            try (WebSocketLine client = WebSocketLine.open(server.port(), "garbage")) {
                client.say(garbage).frame(LAST | CLOSE, "").sayNoMore();
                WebSocketLine.Frame heard = client.hear();
                while (heard.first() >= 0) {
                    heard = client.hear();
                }
            } catch (SocketException e) {
                assertThat(e).hasMessageMatching(".*(reset|Broken pipe).*");
            }
        }
        assertThat(line.text("still").hear().payload()).isEqualTo("still");
    }
}
