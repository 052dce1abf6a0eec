package io.greenroom.kernel.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivingFilesTest {
    private static final Instant START = Instant.parse("2021-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private static Path at(Path file, Instant time) throws Exception {
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }

    @Test
    void removesOldFilesAndKeepsOpenOnes() throws Exception {
        Path left = at(ArrivingFiles.create(folder), START.minusMillis(1));
        Path running = at(ArrivingFiles.create(folder), START);

        ArrivingFiles.removeStale(folder, START);

        assertThat(left).doesNotExist();
        assertThat(running).exists();
    }

    @Test
    void touchesNothingOfAnotherName() throws Exception {
        Path file = at(Files.createFile(folder.resolve("arriving-now.part")), Instant.EPOCH);
        Path inside = at(Files.createDirectory(folder.resolve("arriving-1.part")), Instant.EPOCH);

        ArrivingFiles.removeStale(folder, START);
        ArrivingFiles.removeStale(folder.resolve("nowhere"), START);

        assertThat(file).exists();
        assertThat(inside).exists();
    }
}
