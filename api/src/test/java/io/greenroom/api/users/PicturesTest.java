package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Media;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.http.Request;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    private Path folder = Path.of("");

    private Media media = new Media(folder);

    @BeforeEach
    void keepAPictureAndSomethingElse() throws Exception {
        media = new Media(folder.resolve("media"));
        Path file = Files.write(folder.resolve("file"), TestPictures.PNG);
        media.keep(Pictures.key("u1", "one.png"), file);
        media.keep("background-1", file);
    }

    private Answer ask(String method, String path) {
        return new Pictures(media).handle(new Asked(method, path));
    }

    @Test
    void showsAPicture() {
        Answer answer = ask("GET", Pictures.path("u1", "one.png"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.file()).isPresent();
        assertThat(answer.headers())
                .extracting(header -> header.name() + ": " + header.value())
                .contains("Content-Type: image/png", "X-Content-Type-Options: nosniff");
    }

    @Test
    void showsNothingElse() {
        assertThat(List.of("/p/u1/two.png", "/p/u2/one.png", "/p/u1", "/p/u1/../background-1", "/p/u1/one.png/x"))
                .allSatisfy(path -> assertThat(ask("GET", path).status()).isEqualTo(404));
        assertThat(ask("POST", "/p/u1/one.png").status()).isEqualTo(405);
    }

    private record Asked(String method, String rawPath) implements Request {
        @Override
        public String rawQuery() {
            return "";
        }

        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> headers(String name) {
            return List.of();
        }

        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }

        @Override
        public boolean hold(long bytes) {
            return true;
        }

        @Override
        public String remoteAddress() {
            return "127.0.0.1";
        }

        @Override
        public boolean fromLoopback() {
            return true;
        }
    }
}
