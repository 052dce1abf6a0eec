package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each documented failure of an operation is declared by it or listed as a slip of the documentation. */
class DocumentedFailuresTest {
    private static final Pattern OURS = Pattern.compile("\\{\\w+}");
    private static final Pattern THEIRS = Pattern.compile("\\$?\\{[^}]*}|\\$\\w+");

    private final Contract contract = PackedContract.bundled();

    /** The documented message of an operation's failure. */
    record Text(String operation, int status, int code, String message) {}

    @Test
    void declaresDocumentedFailuresExceptSlips() {
        Set<Text> missing = texts("errors.tsv").filter(text -> !declared(text)).collect(Collectors.toSet());
        Set<Text> slips = texts("slips.tsv").collect(Collectors.toSet());

        assertThat(without(missing, slips)).as("declared by no operation").isEmpty();
        assertThat(without(slips, missing)).as("slips that are declared").isEmpty();
    }

    @Test
    void explainsEachSlip() {
        assertThat(Facts.lines("slips.tsv"))
                .allSatisfy(cells -> assertThat(cells.get(4)).hasSizeGreaterThan(10));
    }

    private static Set<Text> without(Set<Text> some, Set<Text> others) {
        return some.stream().filter(text -> !others.contains(text)).collect(Collectors.toSet());
    }

    /** The texts of one file. */
    private Stream<Text> texts(String file) {
        return Facts.lines(file).flatMap(cells -> Facts.words(cells.get(3)).stream()
                .map(operation -> new Text(
                        operation, Integer.parseInt(cells.get(0)), Integer.parseInt(cells.get(1)), cells.get(2))));
    }

    private boolean declared(Text text) {
        Operation operation = contract.operation(text.operation);
        return contract.failures().values().stream()
                .filter(failure -> failure.status() == text.status && failure.code() == text.code)
                .filter(operation::declares)
                .anyMatch(failure -> same(failure.message(), text.message));
    }

    /** Whether a text matches a message with placeholders, apart from case, spaces and a final full stop. */
    private static boolean same(String ours, String theirs) {
        return like(OURS, ours).matcher(plain(theirs)).matches()
                || like(THEIRS, theirs).matcher(plain(ours)).matches();
    }

    private static Pattern like(Pattern placeholder, String message) {
        return Pattern.compile(Stream.of(placeholder.split(plain(message), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+?")));
    }

    private static String plain(String message) {
        String bare = message.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
