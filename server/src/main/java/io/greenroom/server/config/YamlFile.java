package io.greenroom.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A file of settings: nested maps, whose keys are joined by dots. Loaded only when such a file exists. */
final class YamlFile {
    private final Map<String, String> settings = new LinkedHashMap<>();

    private YamlFile() {}

    /**
     * Reads the settings of a file, by key.
     *
     * @throws ConfigFault when it cannot be parsed
     */
    static Map<String, String> read(Path file) {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        YamlFile yaml = new YamlFile();
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), in)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                yaml.map(parser, "");
            } else if (first != null) {
                throw new ConfigFault(java.util.List.of(file + " must be a map of settings"));
            }
        } catch (JacksonException e) {
            throw new ConfigFault(java.util.List.of(file + ": " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return yaml.settings;
    }

    private void map(JsonParser parser, String place) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = place.isEmpty() ? parser.currentName() : place + "." + parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> map(parser, key);
                case START_ARRAY -> settings.put(key, list(parser));
                case VALUE_NULL -> settings.put(key, "");
                default -> settings.put(key, parser.getString());
            }
        }
    }

    private static String list(JsonParser parser) {
        java.util.StringJoiner items = new java.util.StringJoiner(",");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(parser.getString());
        }
        return items.toString();
    }
}
