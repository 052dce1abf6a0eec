package io.greenroom.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java file below the modules' {@code src} folders, or reports the ones that are not formatted.
 *
 * <p>A program of our own instead of a Maven plugin, because a plugin runs in Maven's Java and a formatter reads only
 * the language of the Java it runs in. Maven may run on 17; our sources are of 25.
 */
public final class Format {
    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());
    private final boolean apply;
    private final List<String> unformatted = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private Format(boolean apply) {
        this.apply = apply;
    }

    /**
     * Exits with 1 when a file is not formatted.
     *
     * @param args the folder of the modules; {@code check} or {@code apply}; the folder or file in it to look at
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Format format = new Format(args[1].equals("apply"));
        for (Path file : sources(root)) {
            if (file.startsWith(root.resolve(args[2]).normalize())) {
                format.visit(root, file);
            }
        }
        System.exit(format.report() ? 0 : 1);
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                Path src = module.resolve("src");
                if (Files.isDirectory(src)) {
                    try (Stream<Path> files = Files.walk(src)) {
                        files.filter(file -> file.toString().endsWith(".java"))
                                .sorted()
                                .forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    private void visit(Path root, Path file) throws IOException {
        String name = root.relativize(file).toString();
        String source = Files.readString(file);
        try {
            String formatted = formatter.formatSourceAndFixImports(source);
            if (!formatted.equals(source)) {
                unformatted.add(name);
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        } catch (FormatterException e) {
            unreadable.add(name + ":" + e.getMessage());
        }
    }

    private boolean report() {
        unformatted.forEach(name -> System.out.println((apply ? "formatted " : "not formatted: ") + name));
        unreadable.forEach(fault -> System.out.println("not understood: " + fault));
        boolean untidy = !apply && !unformatted.isEmpty();
        if (untidy) {
            System.out.println("To format them: mvn -q -pl format verify -Dformat=apply [-Dformat.in=api/src]");
        }
        return !untidy && unreadable.isEmpty();
    }
}
