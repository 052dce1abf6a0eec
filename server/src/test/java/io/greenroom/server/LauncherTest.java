package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a Java and a Maven that only say how they were called. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "greenroom");
    private static final String JAVA =
            """
            #!/bin/sh
            for word in "$@"; do
                case $word in -XX:AOTCacheOutput=*) : >"${word#*=}"; exec echo "taught" >>"$CALLS" ;; esac
            done
            printf '[%s]' "$@"
            """;
    private static final String MAVEN =
            """
            #!/bin/sh
            echo "built" >>"$CALLS"
            mkdir -p server/target/greenroom/lib
            : >server/target/greenroom/lib/greenroom-server-1.jar
            """;

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void aCloneInAFolderWithAnAwkwardName() throws IOException {
        home = Files.createDirectories(folder.resolve("my clone"));
        Files.copy(SCRIPT, home.resolve("greenroom"), StandardCopyOption.COPY_ATTRIBUTES);
        executable("jdk 25/bin/java", JAVA);
        executable("jdk 25/bin/javac", JAVA);
        executable("bin/mvn", MAVEN);
        Files.writeString(
                folder.resolve("jdk 25/release"), "JAVA_VERSION=\"25.0.3\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9\"\n");
    }

    @Test
    void buildsAndTrainsBeforeTheFirstStartOnly() throws Exception {
        source();
        assertThat(run(home.resolve("greenroom"))).contains("[" + Main.class.getName() + "]");
        assertThat(run(home.resolve("greenroom"), "--port", "0")).endsWith("[--port][0]");
        assertThat(calls()).containsExactly("built", "taught");
    }

    @Test
    void buildsAnewWhenSourcesHaveChanged() throws Exception {
        Path source = source();
        run(home.resolve("greenroom"), "version");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        run(home.resolve("greenroom"), "version");
        assertThat(calls()).containsExactly("built", "built");
    }

    @Test
    void buildsOnceForTwoSimultaneousStarts() throws Exception {
        source();
        Process one = start(home.resolve("greenroom"), "version");
        Process other = start(home.resolve("greenroom"), "version");
        assertThat(output(one)).endsWith("[version]");
        assertThat(output(other)).endsWith("[version]");
        assertThat(calls()).containsExactly("built");
        assertThat(home.resolve("server/target/starting")).doesNotExist();
    }

    @Test
    void takesOverFromAStartThatDied() throws Exception {
        source();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(home.resolve("server/target"));
        Files.createSymbolicLink(home.resolve("server/target/starting"), Path.of(Long.toString(dead.pid())));
        assertThat(run(home.resolve("greenroom"), "version")).endsWith("[version]");
    }

    @Test
    void isFoundThroughLinks() throws Exception {
        distribution();
        Path far = Files.createSymbolicLink(folder.resolve("far"), home.resolve("greenroom"));
        Path near = Files.createSymbolicLink(folder.resolve("near"), far.getFileName());
        assertThat(run(near, "version")).contains("[" + home.resolve("lib/one.jar") + "]");
    }

    @Test
    void passesArgumentsOnUnchanged() throws Exception {
        distribution();
        assertThat(run(home.resolve("greenroom"), "config", "--data", "a  b", "*", ""))
                .endsWith("[config][--data][a  b][*][]");
    }

    private void distribution() throws IOException {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/one.jar"));
    }

    private Path source() throws IOException {
        Files.createFile(home.resolve("pom.xml"));
        for (String module : List.of("contract", "kernel", "api", "server")) {
            Files.createDirectories(home.resolve(module + "/src/main"));
            Files.createFile(home.resolve(module + "/pom.xml"));
        }
        return Files.createFile(home.resolve("api/src/main/Source.java"));
    }

    private void executable(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(Path script, String... words) throws Exception {
        return output(start(script, words));
    }

    private Process start(Path script, String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), List.of(words).stream())
                .toList());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        folder.resolve("jdk 25").toString(),
                        "CALLS",
                        folder.resolve("calls").toString(),
                        "LC_ALL",
                        "C.UTF-8",
                        "PATH",
                        folder.resolve("bin") + ":" + System.getenv("PATH")));
        builder.environment().remove("GREENROOM_JAVA_OPTS");
        return builder.redirectErrorStream(true).start();
    }

    private static String output(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }
}
