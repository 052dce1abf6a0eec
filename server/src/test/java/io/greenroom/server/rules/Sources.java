package io.greenroom.server.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java and YAML sources of all modules. */
record Sources(List<Source> list) {
    private static final Path ROOT = Path.of("..");

    static Sources ofAllModules() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return new Sources(modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::below)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Source> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".yaml"))
                    .map(Source::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Source> all() {
        return list.stream();
    }

    Stream<Source> java() {
        return all().filter(source -> source.name().endsWith(".java"));
    }

    Stream<Source> main() {
        return java().filter(source -> source.name().contains("/src/main/"));
    }

    Stream<Source> test() {
        return java().filter(source -> source.name().contains("/src/test/"));
    }

    /** One file. */
    record Source(Path path, String name, List<String> lines) {
        private static final Pattern TYPE = Pattern.compile("\\b(class|interface|record|enum) \\w+");

        static Source read(Path path) {
            try {
                String name = ROOT.relativize(path).toString().replace('\\', '/');
                return new Source(path, name, Files.readAllLines(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Stream<String> linesWhere(Predicate<String> condition) {
            return lines.stream().filter(condition).map(line -> name + ": " + line.strip());
        }

        /** Blocks of code that are no types: in formatted source, from a line that opens one to the brace below it. */
        Stream<String> blocksLongerThan(int most) {
            List<String> found = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (line.matches(" *}.*") && !open.isEmpty() && indent(line) == indent(lines.get(open.peek()))) {
                    int start = open.pop();
                    if (i - start + 1 > most) {
                        found.add(name + ": " + lines.get(start).strip());
                    }
                }
                if (line.endsWith("{") && !TYPE.matcher(line).find() && !line.matches(".*(= |\\*.*)\\{")) {
                    open.push(i);
                }
            }
            return found.stream();
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
