package io.greenroom.kernel.http.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A multipart form that has been read. Its files are deleted when it is closed, unless they have been moved away. */
public final class FormParts implements AutoCloseable {
    private final Map<String, String> texts;
    private final List<FilePart> files;

    /**
     * A file of a form.
     *
     * @param field of the form
     * @param fileName as the client calls it, without folders; possibly empty
     * @param contentType as declared, which proves nothing; empty when not declared
     * @param path where it lies until the form is closed
     */
    public record FilePart(String field, String fileName, String contentType, Path path, long size) {}

    FormParts(Map<String, String> texts, List<FilePart> files) {
        this.texts = Collections.unmodifiableMap(texts);
        this.files = List.copyOf(files);
    }

    /** The values of the text fields by their names; of several with one name the first. */
    public Map<String, String> texts() {
        return texts;
    }

    public List<FilePart> files() {
        return files;
    }

    /** The first file of that field. */
    public Optional<FilePart> file(String field) {
        return files.stream().filter(file -> file.field().equals(field)).findFirst();
    }

    @Override
    public void close() {
        files.forEach(file -> delete(file.path()));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
