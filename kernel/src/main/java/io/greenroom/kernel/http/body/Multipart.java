package io.greenroom.kernel.http.body;

import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.http.Percent;
import io.greenroom.kernel.http.QueryString;
import io.greenroom.kernel.http.body.BodyFault.Reason;
import io.greenroom.kernel.http.body.FormParts.FilePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;

/** Reads multipart forms as they come in: texts into memory, files onto the disk. */
public final class Multipart {
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final int PART_HEADER_BYTES = 4 * 1024;
    private static final int BOUNDARY_BYTES = 70;

    private final MultipartInput input;
    private final CountedInput body;
    private final Path folder;
    private final Limits limits;
    private final LongPredicate hold;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<FilePart> files = new ArrayList<>();
    private int parts;
    private long textBytes;

    /**
     * How much a form may hold.
     *
     * @param bodyBytes everything together
     * @param textBytes all texts together
     * @param quotedFileNames whether a file name without quotation marks is refused
     */
    public record Limits(long bodyBytes, long fileBytes, int textBytes, int parts, boolean quotedFileNames) {

        public static Limits of(long fileBytes) {
            return new Limits(fileBytes + 1024 * 1024, fileBytes, 256 * 1024, QueryString.MOST, false);
        }
    }

    private Multipart(byte[] boundary, InputStream in, Path folder, Limits limits, LongPredicate hold)
            throws IOException {
        this.body = new CountedInput(in, limits.bodyBytes());
        this.input = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary)
                .setBufferSize(BUFFER_BYTES)
                .setPartHeaderSizeMax(PART_HEADER_BYTES)
                .get();
        this.input.setHeaderCharset(StandardCharsets.UTF_8);
        this.folder = folder;
        this.limits = limits;
        this.hold = hold;
    }

    /**
     * Reads a form to its end.
     *
     * @param hold takes so much memory, if there is as much
     */
    static FormParts read(MediaType type, InputStream in, Path folder, Limits limits, LongPredicate hold)
            throws BodyFault, IOException {
        if (!type.is("multipart/form-data")) {
            throw BodyFault.of(Reason.NOT_MULTIPART, "");
        }
        byte[] boundary = type.boundary().orElse("").getBytes(StandardCharsets.ISO_8859_1);
        if (boundary.length == 0 || boundary.length > BOUNDARY_BYTES) {
            throw BodyFault.of(Reason.NO_BOUNDARY, "");
        }
        if (!hold.test(2L * BUFFER_BYTES)) {
            throw BodyFault.of(Reason.NO_MEMORY, "");
        }
        return new Multipart(boundary, in, folder, limits, hold).readAll();
    }

    private FormParts readAll() throws BodyFault, IOException {
        boolean whole = false;
        try {
            readParts();
            whole = true;
            return new FormParts(texts, files);
        } catch (FileUploadException e) {
            body.rethrow();
            throw BodyFault.of(Reason.MALFORMED, "");
        } finally {
            if (!whole) {
                files.forEach(file -> FormParts.delete(file.path()));
            }
        }
    }

    /** A form without parts is malformed: the parser cannot distinguish it from a body without a boundary. */
    private void readParts() throws BodyFault, IOException {
        boolean more = input.skipPreamble();
        body.rethrow();
        if (!more) {
            throw BodyFault.of(Reason.MALFORMED, "");
        }
        while (more) {
            readPart(headers());
            more = input.readBoundary();
        }
    }

    private Map<String, String> headers() throws BodyFault, IOException {
        try {
            return PartHeaders.of(input.readHeaders());
        } catch (FileUploadSizeException e) {
            throw BodyFault.of(Reason.MALFORMED, "");
        }
    }

    private void readPart(Map<String, String> headers) throws BodyFault, IOException {
        parts++;
        if (parts > limits.parts()) {
            throw BodyFault.beyond(Reason.TOO_MANY_PARTS, "", limits.parts());
        }
        HeaderParameters disposition = HeaderParameters.of(headers.getOrDefault("content-disposition", ""));
        String name = disposition.parameters().getOrDefault("name", "");
        Optional<String> fileName = PartHeaders.fileName(disposition);
        if (!disposition.value().equalsIgnoreCase("form-data")
                || name.isEmpty()
                || !Texts.isStorable(name)
                || !fileName.map(Texts::isStorable).orElse(true)) {
            throw BodyFault.of(Reason.MALFORMED, "");
        }
        if (fileName.isEmpty()) {
            readText(name);
            return;
        }
        if (limits.quotedFileNames()
                && disposition.parameters().containsKey("filename")
                && !disposition.quoted().contains("filename")) {
            throw BodyFault.of(Reason.FILE_NAME_NOT_QUOTED, name);
        }
        readFile(name, fileName.get(), headers.getOrDefault("content-type", ""));
    }

    private void readText(String name) throws BodyFault, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(bytes, limits.textBytes() - textBytes, BodyFault.beyond(Reason.TEXT_TOO_LARGE, name, limits.textBytes()));
        textBytes += bytes.size();
        if (!hold.test(bytes.size())) {
            throw BodyFault.of(Reason.NO_MEMORY, name);
        }
        String text = Percent.utf8(ByteBuffer.wrap(bytes.toByteArray()))
                .filter(Texts::isStorable)
                .orElseThrow(() -> BodyFault.of(Reason.MALFORMED, name));
        texts.putIfAbsent(name, text);
    }

    private void readFile(String name, String fileName, String contentType) throws BodyFault, IOException {
        Path path = ArrivingFiles.create(folder);
        boolean kept = false;
        try (OutputStream out = Files.newOutputStream(path)) {
            long size =
                    copy(out, limits.fileBytes(), BodyFault.beyond(Reason.FILE_TOO_LARGE, name, limits.fileBytes()));
            kept = size > 0 || !fileName.isEmpty();
            if (kept) {
                files.add(new FilePart(name, fileName, contentType, path, size));
            }
        } finally {
            if (!kept) {
                FormParts.delete(path);
            }
        }
    }

    private long copy(OutputStream out, long most, BodyFault tooLarge) throws BodyFault, IOException {
        byte[] piece = new byte[BUFFER_BYTES];
        long size = 0;
        InputStream in = input.newInputStream();
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            size += count;
            if (size > most) {
                throw tooLarge;
            }
            out.write(piece, 0, count);
        }
        return size;
    }
}
