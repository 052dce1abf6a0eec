package io.greenroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.read.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** The language of the public API's contract and of the control API's. */
class SummaryTest {
    private static final String PUBLIC = "src/main/resources/contract";
    private static final String CONTROL = PUBLIC + "/control";
    private static final Contract CONTRACT = ContractReader.folder(Path.of(PUBLIC));
    private static final Set<String> TEXTS = Set.of("summary", "description", "title", "source");

    private final List<String> faults = new ArrayList<>();

    @Test
    void readsThePublicContract() {
        assertThat(CONTRACT.operations()).hasSize(406);
    }

    @Test
    void summarisesOperationsInPlainEnglish() {
        Stream.of(CONTRACT, CONTRACT.controlApi())
                .flatMap(contract -> contract.operations().values().stream())
                .forEach(operation -> faults.addAll(PlainEnglish.faultsOfSummary(operation.id(), operation.summary())));

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, CONTROL})
    void describesEverythingElseInPlainEnglish(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                checkTexts(file);
            }
        }

        assertThat(faults).isEmpty();
    }

    private void checkTexts(Path file) throws IOException {
        YAMLFactory yaml = new YAMLFactory();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = yaml.createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && TEXTS.contains(String.valueOf(parser.currentName()))) {
                    String place = file.getFileName() + ":"
                            + parser.currentTokenLocation().getLineNr();
                    faults.addAll(PlainEnglish.faults(place, parser.getString()));
                }
            }
        }
    }
}
