package io.greenroom.server.docs;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.contract.openapi.OpenApiWriter;
import io.greenroom.kernel.http.StreamedBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of a contract. It is written once, when it is first requested; the answers differ in the origin,
 * which is inserted while the document is sent. Threads may share it.
 */
final class OpenApiDocument {
    /** Stands where an answer has its origin. */
    private static final String PLACE = "http://origin.invalid";

    private final Contract contract;
    private final Predicate<Operation> built;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable List<byte[]> pieces;

    OpenApiDocument(Contract contract, Predicate<Operation> built) {
        this.contract = contract;
        this.built = built;
    }

    /** The document for clients that reach the server at that origin, which needs no escaping in JSON. */
    StreamedBody at(String origin) {
        byte[] place = origin.getBytes(StandardCharsets.UTF_8);
        List<byte[]> parts = pieces();
        return out -> {
            out.write(parts.getFirst());
            for (byte[] piece : parts.subList(1, parts.size())) {
                out.write(place);
                out.write(piece);
            }
        };
    }

    private List<byte[]> pieces() {
        List<byte[]> known = pieces;
        if (known != null) {
            return known;
        }
        writing.lock();
        try {
            known = pieces;
            if (known == null) {
                String document = new String(OpenApiWriter.json(contract, PLACE, built), StandardCharsets.UTF_8);
                known = Pattern.compile(PLACE, Pattern.LITERAL)
                        .splitAsStream(document)
                        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                        .toList();
                pieces = known;
            }
            return known;
        } finally {
            writing.unlock();
        }
    }
}
