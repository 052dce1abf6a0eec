package io.greenroom.kernel.http;

import io.greenroom.kernel.http.BodyFault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads bodies of requests whole, within limits. A body that says how large it is, and is too large, is not read at
 * all.
 */
public final class RequestBody {
    private RequestBody() {}

    /**
     * Reads a body into memory; a request without one gives no bytes.
     *
     * @throws BodyFault when it is larger than that
     * @throws IOException when it does not arrive whole
     */
    public static byte[] bytes(Request request, int most) throws BodyFault, IOException {
        checkLength(request, most);
        InputStream body = request.body();
        byte[] bytes = body.readNBytes(most);
        if (bytes.length == most && body.read() >= 0) {
            throw BodyFault.beyond(Reason.BODY_TOO_LARGE, "", most);
        }
        return bytes;
    }

    /**
     * Reads the fields of a body of type {@code application/x-www-form-urlencoded}.
     *
     * @throws BodyFault when it is larger than that or malformed
     * @throws IOException when it does not arrive whole
     */
    public static QueryString form(Request request, int most) throws BodyFault, IOException {
        return QueryString.parse(new String(bytes(request, most), StandardCharsets.ISO_8859_1))
                .orElseThrow(() -> BodyFault.of(Reason.MALFORMED, ""));
    }

    /**
     * Reads a body of type {@code multipart/form-data}. Files go into that folder; when the form is refused, none stays
     * there.
     *
     * @throws BodyFault when it is of another type, malformed, or larger than the limits
     * @throws IOException when it does not arrive whole, or the folder cannot be written to
     */
    public static FormParts multipart(Request request, Path folder, Multipart.Limits limits)
            throws BodyFault, IOException {
        MediaType type = request.header("Content-Type")
                .flatMap(MediaType::of)
                .orElseThrow(() -> BodyFault.of(Reason.NOT_MULTIPART, ""));
        checkLength(request, limits.bodyBytes());
        return Multipart.read(type, request.body(), folder, limits);
    }

    private static void checkLength(Request request, long most) throws BodyFault {
        Optional<String> length = request.header("Content-Length");
        if (length.isPresent() && isBeyond(length.get(), most)) {
            throw BodyFault.beyond(Reason.BODY_TOO_LARGE, "", most);
        }
    }

    private static boolean isBeyond(String length, long most) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
