package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.kernel.store.StoreUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // made before each test
class MediaTest {
    @TempDir
    Path folder;

    private Path source;
    private Path place;
    private Media media;

    @BeforeEach
    void prepare() throws Exception {
        source = Files.writeString(folder.resolve("source"), "a picture");
        place = folder.resolve("media");
        media = new Media(place);
    }

    @Test
    void keepsACopyUntilItIsForgotten() throws Exception {
        media.keep("picture-1.png", source);

        assertThat(media.find("picture-1.png").orElseThrow()).hasContent("a picture");
        assertThat(source).exists();
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).hasSize(1);
        }

        media.forget("picture-1.png");
        media.forget("picture-1.png");

        assertThat(media.find("picture-1.png")).isEmpty();
    }

    @Test
    void findsNothingOutsideItsFolder() throws Exception {
        media.keep("here", source);

        assertThat(media.find("nowhere")).isEmpty();
        assertThat(media.find("../source")).isEmpty();
        assertThat(media.find("..")).isEmpty();
        assertThat(media.find("")).isEmpty();
        assertThat(media.find("a/b")).isEmpty();
        Files.createDirectory(place.resolve("folder"));
        assertThat(media.find("folder")).isEmpty();
    }

    @Test
    void leavesNothingHalfWritten() throws Exception {
        Path nothing = folder.resolve("nothing");

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> media.keep("picture-1.png", nothing))
                .withMessageContaining("picture-1.png");

        try (Stream<Path> files = Files.list(place)) {
            assertThat(files).isEmpty();
        }
    }
}
