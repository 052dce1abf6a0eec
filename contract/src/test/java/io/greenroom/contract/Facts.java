package io.greenroom.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of documented facts: lines separated by tabs, with a header, and comments that begin with a hash. */
final class Facts {
    private Facts() {}

    /** The cells of each line below the head. */
    static Stream<List<String>> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Facts.class.getResourceAsStream("/facts/" + file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }
}
