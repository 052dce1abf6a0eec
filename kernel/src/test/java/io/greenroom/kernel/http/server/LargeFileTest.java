package io.greenroom.kernel.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is larger than the heap. */
class LargeFileTest {
    private static final long LENGTH = 3L * 1024 * 1024 * 1024;

    @TempDir
    private Path folder;

    private final HttpServer server = SocketServer.start(
            HttpServer.Limits.of("127.0.0.1", 0),
            request -> Answer.file("application/octet-stream", folder.resolve("file")));

    @BeforeEach
    void write() throws IOException {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(LENGTH);
        try (FileChannel file = FileChannel.open(
                folder.resolve("file"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            file.write(ByteBuffer.wrap("end".getBytes(StandardCharsets.US_ASCII)), LENGTH - 3);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void isSentWhole() throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            client.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = client.getInputStream();
            byte[] piece = new byte[1 << 20];
            long length = 0;
            byte last = 0;
            String head = "";
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                head = head.isEmpty() ? new String(piece, 0, count, StandardCharsets.ISO_8859_1) : head;
                length += count;
                last = count > 0 ? piece[count - 1] : last;
            }
            assertThat(head).contains("\r\nContent-Length: " + LENGTH + "\r\n");
            assertThat(length).isEqualTo(LENGTH + head.indexOf("\r\n\r\n") + 4);
            assertThat(last).isEqualTo((byte) 'd');
        }
    }

    @Test
    void isSentInRanges() throws IOException {
        try (Line line = new Line(server.port())) {
            Line.Reply reply = line.say("GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=-3\r\n\r\n")
                    .hear();
            assertThat(reply.status()).isEqualTo(206);
            assertThat(reply.body()).isEqualTo("end");
            assertThat(reply.has("Content-Range: bytes 3221225469-3221225471/3221225472"))
                    .isTrue();
            Line.Reply head = line.say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").hearHead();
            assertThat(head.has("Content-Length: 3221225472")).isTrue();
        }
    }
}
