package io.greenroom.build;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists the libraries of the distribution with their versions and licences, by the POMs beside their jars in Maven's
 * repository, and copies the licences and notices that the jars hold. A library whose licence is missing or not known
 * here fails the build.
 */
public final class ThirdParty {
    private static final Pattern TEXTS = Pattern.compile("(?:.*/)?(?:LICENSE|LICENCE|NOTICE|COPYING)[^/]*");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
    private static final Pattern LICENCES = Pattern.compile("(?s)<licenses>(.*?)</licenses>");
    private static final Pattern NAME = Pattern.compile("(?s)<license>.*?<name>\\s*(.*?)\\s*</name>");

    /** A library by its place in Maven's repository, {@code <group>/<artifact>/<version>}. */
    private record Library(Path jar, Path repository, String group, String artifact, String version) {
        static Library of(Path jar) {
            Path folder = jar.getParent();
            String version = folder.getFileName().toString();
            String artifact = folder.getParent().getFileName().toString();
            Path repository = repository(folder);
            Path group = repository.relativize(folder.getParent().getParent());
            return new Library(jar, repository, group.toString().replace(File.separatorChar, '.'), artifact, version);
        }

        private static Path repository(Path folder) {
            Path at = folder;
            while (!at.getFileName().toString().equals("repository")) {
                at = Optional.ofNullable(at.getParent())
                        .filter(parent -> parent.getFileName() != null)
                        .orElseThrow(() -> new IllegalStateException(folder + " is in no Maven repository"));
            }
            return at;
        }

        Path pom() {
            return pom(group, artifact, version);
        }

        Path pom(String ofGroup, String ofArtifact, String ofVersion) {
            return repository
                    .resolve(ofGroup.replace('.', '/'))
                    .resolve(ofArtifact)
                    .resolve(ofVersion)
                    .resolve(ofArtifact + "-" + ofVersion + ".pom");
        }
    }

    private ThirdParty() {}

    /**
     * Writes the list and the texts.
     *
     * @param arguments the class path, the folder of the distribution, our own licence, the text of EPL-2.0
     */
    public static void main(String[] arguments) throws IOException {
        Path distribution = Path.of(arguments[1]);
        Path texts = distribution.resolve("licences");
        Files.createDirectories(texts);
        Files.write(texts.resolve("Apache-2.0.txt"), Files.readAllBytes(Path.of(arguments[2])));
        Files.write(texts.resolve("EPL-2.0.txt"), Files.readAllBytes(Path.of(arguments[3])));
        List<Library> libraries = Stream.of(arguments[0].split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar")
                        && !path.getFileName().toString().startsWith("greenroom-"))
                .map(Library::of)
                .toList();
        List<String> lines = new ArrayList<>();
        for (Library library : libraries) {
            String licence = licence(library);
            int copied = copyTexts(library, texts.resolve(library.artifact()));
            if (copied == 0 && !licence.equals("Apache-2.0") && !licence.equals("EPL-2.0")) {
                throw new IllegalStateException(library.jar() + " has no text of its licence " + licence);
            }
            lines.add(library.group() + ":" + library.artifact() + "\t" + library.version() + "\t" + licence);
        }
        lines.sort(null);
        Files.write(distribution.resolve("THIRD-PARTY.tsv"), lines);
    }

    private static String licence(Library library) throws IOException {
        Path pom = library.pom();
        while (true) {
            String text = Files.readString(pom);
            Matcher declared = LICENCES.matcher(text);
            Matcher name = NAME.matcher(declared.find() ? declared.group(1) : "");
            if (name.find()) {
                return known(name.group(1))
                        .orElseThrow(() -> new IllegalStateException(
                                library.jar() + " has a licence that is not known here: " + name.group(1)));
            }
            Matcher parent = PARENT.matcher(text);
            if (!parent.find()) {
                throw new IllegalStateException(library.jar() + " names no licence");
            }
            pom = library.pom(
                    element(parent.group(1), "groupId"),
                    element(parent.group(1), "artifactId"),
                    element(parent.group(1), "version"));
        }
    }

    private static String element(String xml, String name) {
        Matcher element =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        return element.find() ? element.group(1) : "";
    }

    /** The SPDX identifier of a licence that may go into the distribution; of several, the first that the POM names. */
    private static Optional<String> known(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("apache") && lower.contains("2")) {
            return Optional.of("Apache-2.0");
        }
        if (lower.contains("epl-2.0")
                || lower.contains("epl 2.0")
                || (lower.contains("eclipse public") && lower.contains("2.0"))) {
            return Optional.of("EPL-2.0");
        }
        if (lower.contains("edl 1.0")) {
            return Optional.of("BSD-3-Clause");
        }
        if (lower.contains("mit")) {
            return Optional.of("MIT");
        }
        if (lower.contains("bsd")) {
            return Optional.of("BSD-2-Clause");
        }
        return lower.contains("public domain") || lower.contains("cc0") ? Optional.of("CC0-1.0") : Optional.empty();
    }

    private static int copyTexts(Library library, Path folder) throws IOException {
        int copied = 0;
        try (JarFile jar = new JarFile(library.jar().toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (!entry.isDirectory() && TEXTS.matcher(entry.getName()).matches()) {
                    Files.createDirectories(folder);
                    String name = entry.getName().replace("META-INF/", "").replace('/', '-');
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.write(folder.resolve(name), in.readAllBytes());
                    }
                    copied++;
                }
            }
        }
        return copied;
    }
}
