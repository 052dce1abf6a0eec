package io.greenroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of libraries that the build puts into the distribution. */
class ThirdPartyTest {
    private static final Path TOOL = Path.of("src/build/java/io/greenroom/build/ThirdParty.java");

    @TempDir
    private Path folder = Path.of("");

    private Path library(String artifact, String pom, String... files) throws IOException {
        Path place = Files.createDirectories(folder.resolve("repository/org/example/" + artifact + "/1.0"));
        Files.writeString(place.resolve(artifact + "-1.0.pom"), "<project>" + pom + "</project>");
        Path jar = place.resolve(artifact + "-1.0.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String file : files) {
                out.putNextEntry(new ZipEntry(file));
                out.write(file.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static String licence(String name) {
        return "<licenses><license><name>" + name + "</name></license></licenses>";
    }

    private int list(Path... jars) throws Exception {
        String classPath = String.join(
                File.pathSeparator, Arrays.stream(jars).map(Path::toString).toList());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        TOOL.toString(),
                        classPath,
                        folder.resolve("distribution").toString(),
                        "../LICENSE",
                        "src/distribution/EPL-2.0.txt")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start()
                .waitFor();
    }

    @Test
    void listsLibrariesWithTheirLicencesAndTexts() throws Exception {
        library("parent", licence("The MIT License"));
        Path child = library(
                "child",
                "<parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>1.0</version></parent>",
                "META-INF/LICENSE.txt",
                "META-INF/NOTICE");
        Path apache = library("apache", licence("Apache License, Version 2.0"));

        assertThat(list(child, apache)).isZero();

        Path distribution = folder.resolve("distribution");
        assertThat(distribution.resolve("THIRD-PARTY.tsv"))
                .hasContent("org.example:apache\t1.0\tApache-2.0\norg.example:child\t1.0\tMIT");
        assertThat(distribution.resolve("licences/child/LICENSE.txt")).exists();
        assertThat(distribution.resolve("licences/child/NOTICE")).exists();
        assertThat(distribution.resolve("licences/EPL-2.0.txt")).isNotEmptyFile();
    }

    @Test
    void failsForALibraryWithoutAKnownLicenceOrItsText() throws Exception {
        assertThat(list(library("secret", licence("Ask us")))).isNotZero();
        assertThat(list(library("none", ""))).isNotZero();
        assertThat(list(library("textless", licence("MIT")))).isNotZero();
    }
}
