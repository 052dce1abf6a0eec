package io.greenroom.kernel.http;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The parts of a multipart body. Closing it removes its files. */
public final class FormParts implements AutoCloseable {
    /** A file that came in. */
    public record FilePart(String field, String fileName, String contentType, Path path, long size) {}

    public Map<String, String> texts() {
        return Map.of();
    }

    public Optional<FilePart> file(String field) {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
