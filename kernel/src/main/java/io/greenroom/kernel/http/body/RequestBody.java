package io.greenroom.kernel.http.body;

import io.greenroom.kernel.http.Request;
import io.greenroom.kernel.http.body.BodyFault.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads bodies of requests whole, within limits. A body that says how large it is, and is too large, is not read at
 * all.
 */
public final class RequestBody {
    /** Bodies that are smaller are always taken: the limit on connections allows for so much. */
    private static final int PIECE_BYTES = 4 * 1024;

    private RequestBody() {}

    /**
     * Reads a body into memory; a request without one gives no bytes.
     *
     * @throws BodyFault when it is larger than that, or there is no memory for it
     * @throws IOException when it does not arrive whole
     */
    public static byte[] bytes(Request request, int most) throws BodyFault, IOException {
        checkLength(request, most);
        byte[] piece = request.body().readNBytes(PIECE_BYTES);
        if (piece.length < PIECE_BYTES && piece.length <= most) {
            return piece;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * PIECE_BYTES);
        while (piece.length > 0) {
            if (bytes.size() + piece.length > most) {
                throw BodyFault.beyond(Reason.BODY_TOO_LARGE, "", most);
            }
            if (!request.hold(piece.length)) {
                throw BodyFault.of(Reason.NO_MEMORY, "");
            }
            bytes.write(piece);
            piece = request.body().readNBytes(PIECE_BYTES);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a body of type {@code multipart/form-data}. Files go into that folder; when the form is refused, none stays
     * there.
     *
     * @throws BodyFault when it is of another type, malformed, larger than the limits, or there is no memory for it
     * @throws IOException when it does not arrive whole, or the folder cannot be written to
     */
    public static FormParts multipart(Request request, Path folder, Multipart.Limits limits)
            throws BodyFault, IOException {
        MediaType type = request.header("Content-Type")
                .flatMap(MediaType::of)
                .orElseThrow(() -> BodyFault.of(Reason.NOT_MULTIPART, ""));
        checkLength(request, limits.bodyBytes());
        return Multipart.read(type, request.body(), folder, limits, request::hold);
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
