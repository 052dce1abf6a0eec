package io.greenroom.server.rules;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.server.rules.Sources.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for the sources of all modules. */
class SourceTest {
    private static final int LINE = 120;
    private static final int FILE = 400;
    private static final int HANDLER = 250;
    private static final int CONTRACT = 600;
    private static final int METHOD = 40;
    private static final long PACKAGE = 25;
    private static final long GROUP = 30;

    /** In two halves, so that this file does not break its own rule. */
    private static final List<String> UNWANTED = List.of("TO" + "DO", "@Dis" + "abled", "Thread.sl" + "eep");

    private static final Pattern TYPE = Pattern.compile(
            "((public|final|abstract|sealed|non-sealed) )*" + "(class|interface|record|enum|@interface) .*");
    private static final Pattern CATCH_ALL =
            Pattern.compile("catch \\([^)]*\\b(RuntimeException|Exception|Throwable|Error) ");

    private static final Pattern COMMENT = Pattern.compile("(^ *(/\\*)?\\*|//).*");
    private static final Pattern ODD_WORDS = Pattern.compile(
            "\\b(whoever|whom|those who|be it|nobody|somebody|anybody|everybody|told|heard)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TEST = Pattern.compile("    (?:default )?void (\\w+)\\(.*");
    private static final Set<String> ODD_NAMES = Set.of(
            "who",
            "whom",
            "whose",
            "whoever",
            "nobody",
            "somebody",
            "anybody",
            "everybody",
            "tell",
            "tells",
            "told",
            "hear",
            "hears",
            "heard",
            "goes");

    /** Classes that catch every exception. */
    private static final Set<String> CATCHES_ALL = Set.of(
            // The outermost callers: an exception would leave the request without an answer, or stop the thread.
            "kernel/road/Road.java",
            "kernel/oauth/OAuthHandler.java",
            "kernel/http/server/Conversation.java",
            "kernel/http/websocket/WebSocketConnection.java",
            "kernel/jobs/Worker.java",
            // It sets aside an event that it cannot process.
            "kernel/webhooks/DeliveryLoop.java",
            // They pass an exception from the writer's thread to the thread that waits for its unit.
            "kernel/store/sqlite/Job.java",
            "kernel/store/sqlite/Writer.java",
            // They close what is already open if a start fails, and rethrow.
            "kernel/install/Installation.java",
            "kernel/store/sqlite/SqliteStore.java",
            "server/Wiring.java");

    /** A secret value drawn from the stream of public ids. */
    private static final Pattern SECRET_OF_IDS =
            Pattern.compile("\"(\\w*password|\\w*passcode|\\w*secret|\\w*_key|stk|media|picture)\","
                    + "[^;]*\\bids(\\(\\))?\\s*\\.(next|digits|hex)\\(");

    private final Sources sources = Sources.ofAllModules();

    @Test
    void drawsSecretValuesFromTheStreamOfSecrets() {
        assertThat(sources.main().filter(source -> source.lines().stream().anyMatch(SECRET_OF_IDS.asPredicate())))
                .isEmpty();
    }

    @Test
    void describesEachType() {
        assertThat(sources.main().filter(SourceTest::hasTypeWithoutComment)).isEmpty();
    }

    private static boolean hasTypeWithoutComment(Source source) {
        List<String> lines = source.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (TYPE.matcher(lines.get(i)).matches()) {
                int above = i - 1;
                while (lines.get(above).matches("[@)].*|    .*")) {
                    above--;
                }
                if (!lines.get(above).endsWith("*/")) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void describesEachPackage() {
        assertThat(sources.main().map(source -> source.path().resolveSibling("package-info.java")))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    @Test
    void limitsTheSizeOfPackages() {
        Map<Path, Long> types = sources.main()
                .filter(source -> !source.name().endsWith("/package-info.java"))
                .collect(groupingBy(source -> source.path().getParent(), counting()));

        assertThat(types).isNotEmpty();
        assertThat(types).allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(limit(folder)));
    }

    private static long limit(Path folder) {
        return folder.resolveSibling("AllGroups.java").endsWith("io/greenroom/api/AllGroups.java") ? GROUP : PACKAGE;
    }

    @Test
    void keepsFilesShort() {
        assertThat(sources.all().filter(source -> source.lines().size() > most(source)))
                .as("files of more than %s lines; handlers %s, contracts %s", FILE, HANDLER, CONTRACT)
                .isEmpty();
    }

    private static int most(Source source) {
        if (source.name().endsWith(".yaml")) {
            return CONTRACT;
        }
        return source.name().endsWith("Handler.java") ? HANDLER : FILE;
    }

    @Test
    void keepsLinesShort() {
        assertThat(sources.all().flatMap(source -> source.linesWhere(line -> line.length() > LINE)))
                .as("lines of more than %s characters", LINE)
                .isEmpty();
    }

    @Test
    void keepsMethodsShort() {
        assertThat(sources.java().flatMap(source -> source.blocksLongerThan(METHOD)))
                .as("methods of more than %s lines", METHOD)
                .isEmpty();
    }

    /** Comments are plain English: these words hide the subject of a sentence. */
    @Test
    void describesThingsInPlainEnglish() {
        assertThat(sources.java().flatMap(source -> source.linesWhere(SourceTest::isOddComment)))
                .isEmpty();
    }

    private static boolean isOddComment(String line) {
        Matcher comment = COMMENT.matcher(line);
        return comment.find() && ODD_WORDS.matcher(comment.group()).find();
    }

    /** Names of tests say what the program does, with the API's nouns. */
    @Test
    void namesTestsInPlainEnglish() {
        assertThat(sources.test().flatMap(source -> source.linesWhere(SourceTest::isOddTest)))
                .isEmpty();
    }

    private static boolean isOddTest(String line) {
        Matcher test = TEST.matcher(line);
        return test.matches()
                && Stream.of(test.group(1).replaceAll("[Gg]oesWith", "").split("(?=[A-Z])"))
                        .anyMatch(word -> ODD_NAMES.contains(word.toLowerCase(Locale.ROOT)));
    }

    @Test
    void hasNoTemporaryMarkers() {
        assertThat(sources.all()
                        .flatMap(source ->
                                source.linesWhere(line -> UNWANTED.stream().anyMatch(line::contains))))
                .isEmpty();
    }

    @Test
    void catchesAllExceptionsInListedClassesOnly() {
        Stream<Source> catching =
                sources.main().filter(source -> CATCHES_ALL.stream().noneMatch(source.name()::endsWith));

        assertThat(catching.flatMap(source -> source.linesWhere(CATCH_ALL.asPredicate())))
                .isEmpty();
        assertThat(CATCHES_ALL).allSatisfy(name -> assertThat(sources.main()).anySatisfy(source -> {
            assertThat(source.name()).endsWith(name);
            assertThat(source.lines()).anyMatch(CATCH_ALL.asPredicate());
        }));
    }
}
