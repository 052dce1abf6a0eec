package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.greenroom.kernel.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder and who may read it. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class HomeTest {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void nameFolder() {
        data = folder.resolve("data");
    }

    private void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Greenroom production() {
        return Start.server("--profile=production", "--public-url=https://zoom.example.org", "--data=" + data);
    }

    @Test
    void isPrivateWithAllItsFiles() throws IOException {
        try (Greenroom server = Start.server("--data=" + data)) {
            assertThat(Talk.to(server).get("/readyz").status()).isEqualTo(200);
            try (Stream<Path> files = Files.walk(data)) {
                List<Path> all = files.toList();
                assertThat(all)
                        .extracting(file -> file.getFileName().toString())
                        .contains("greenroom.db", "greenroom.db-wal", "greenroom.lock", "uploads");
                for (Path file : all) {
                    assertThat(PrivateFiles.isOpenToOthers(file)).as("%s", file).isFalse();
                }
            }
        }
    }

    @Test
    void isTakenFromOtherUsersInDevelopment() throws IOException {
        Start.server("--data=" + data).close();
        open(data);
        open(data.resolve("uploads"));

        Start.server("--data=" + data).close();

        assertThat(PrivateFiles.isOpenToOthers(data)).isFalse();
        assertThat(PrivateFiles.isOpenToOthers(data.resolve("uploads"))).isFalse();
    }

    @Test
    void keepsThePermissionsOfAFolderThatHoldsOtherFiles() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("notes.txt"), "");
        open(data);

        Start.server("--data=" + data).close();

        assertThat(PrivateFiles.isOpenToOthers(data)).isTrue();
        assertThat(PrivateFiles.isOpenToOthers(data.resolve("greenroom.db"))).isFalse();
        assertThat(PrivateFiles.isOpenToOthers(data.resolve("uploads"))).isFalse();
    }

    @Test
    void isRefusedInProductionWhileOthersMayReadIt() throws IOException {
        Files.createDirectories(data);
        open(data);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(this::production)
                .withMessage("Other users of this machine may read the folder " + data + ", which will hold keys and"
                        + " passwords. Run chmod 700 on it, or name a new folder below it.");

        data = data.resolve("own");
        production().close();
        assertThat(PrivateFiles.isOpenToOthers(data)).isFalse();
    }

    @Test
    void isRefusedToASecondProcessWithoutTheLockFile() throws Exception {
        Path log = folder.resolve("log");
        try (Program first = Program.start(log, "--data=" + data)) {
            Files.delete(data.resolve("greenroom.lock"));

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> Program.start(folder.resolve("second"), "--data=" + data)
                            .close())
                    .withMessageContaining("is in use by another Greenroom");
            assertThat(Talk.to(first.port()).get("/readyz").status()).isEqualTo(200);
        }
    }
}
