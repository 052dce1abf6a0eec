package io.greenroom.kernel.road;

import io.greenroom.contract.Body;
import io.greenroom.contract.Body.Form;
import io.greenroom.contract.Failure;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.doc.Refusal;
import io.greenroom.kernel.http.body.BodyFault;
import io.greenroom.kernel.http.body.FormParts;
import io.greenroom.kernel.http.body.MediaType;
import io.greenroom.kernel.http.body.Multipart;
import io.greenroom.kernel.http.body.RequestBody;
import io.greenroom.kernel.road.history.CompletedRequest;
import io.greenroom.kernel.store.StoreUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Optional;

/**
 * Step 9, read the body: reads JSON or a form, up to the size limits. A body that the operation does not use is
 * ignored.
 */
final class ReadBody implements Step {
    private static final Schema ANY = Schema.anyObject();
    private static final Doc NOTHING = new Doc(ANY).freeze();
    private static final int MAX_PARTS = 100;

    private final RoadSettings settings;

    ReadBody(RoadSettings settings) {
        this.settings = settings;
    }

    @Override
    public void take(Exchange exchange) {
        Optional<Body> promised = exchange.endpoint().operation().body();
        if (promised.isEmpty()) {
            exchange.sent = NOTHING;
            return;
        }
        Body body = promised.get();
        Optional<String> header = exchange.request().header("Content-Type").filter(type -> !type.isBlank());
        Optional<MediaType> type = header.flatMap(MediaType::of);
        if (header.isPresent() && type.isEmpty()) {
            throw exchange.refuse("media-type");
        }
        try {
            if (type.filter(sent -> sent.is("multipart/form-data")).isPresent()) {
                exchange.sent = form(exchange, body);
            } else if (body.forms().contains(Form.YAML)) {
                exchange.sent = text(exchange, type);
            } else {
                exchange.sent = json(exchange, body, type);
            }
        } catch (BodyFault fault) {
            throw refusal(exchange, body, fault);
        } catch (IOException cut) {
            throw unread(exchange, cut);
        }
    }

    private Doc json(Exchange exchange, Body body, Optional<MediaType> type) throws BodyFault, IOException {
        byte[] bytes = RequestBody.bytes(exchange.request(), settings.maxJsonBytes());
        boolean taken = body.forms().contains(Form.JSON);
        if (bytes.length == 0 && (!taken || !body.required())) {
            return NOTHING;
        }
        if (!taken || type.filter(sent -> !isJson(sent)).isPresent()) {
            throw exchange.refuse("media-type");
        }
        if (bytes.length <= CompletedRequest.LONGEST_BODY) {
            exchange.jsonBody = ByteBuffer.wrap(bytes);
        }
        try {
            return Json.readRequest(bytes);
        } catch (Json.Malformed malformed) {
            throw malformed(exchange, malformed);
        }
    }

    /** The text of a body in YAML or JSON, which the handler parses. */
    private Doc text(Exchange exchange, Optional<MediaType> type) throws BodyFault, IOException {
        boolean json = type.filter(ReadBody::isJson).isPresent();
        if (!json && type.filter(sent -> !sent.isYaml() || !sent.isUtf8()).isPresent()) {
            throw exchange.refuse("media-type");
        }
        byte[] bytes = RequestBody.bytes(exchange.request(), settings.maxJsonBytes());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Doc(ANY)
                    .put("text", text)
                    .put("format", json ? "json" : "yaml")
                    .freeze();
        } catch (CharacterCodingException e) {
            throw exchange.refuse("body-malformed", "fault", "it is not UTF-8");
        }
    }

    private static boolean isJson(MediaType type) {
        return type.is("application/json") && type.isUtf8();
    }

    private static Refusal malformed(Exchange exchange, Json.Malformed malformed) {
        String reason = String.valueOf(malformed.getMessage());
        return reason.isEmpty() ? exchange.refuse("body-not-json") : exchange.refuse("body-malformed", "fault", reason);
    }

    private Doc form(Exchange exchange, Body body) throws BodyFault, IOException {
        if (!body.forms().contains(Form.MULTIPART)) {
            throw exchange.refuse("media-type");
        }
        FormParts form = RequestBody.multipart(exchange.request(), settings.uploads(), limits(body));
        exchange.form = form;
        Doc sent = new Doc(ANY);
        form.texts()
                .forEach((name, text) -> sent.put(
                        name,
                        body.schema()
                                .property(name)
                                .map(property -> partValue(property, text))
                                .orElse(text)));
        return sent.freeze();
    }

    private Multipart.Limits limits(Body body) {
        long largestFile = body.schema().properties().stream()
                .filter(property -> property.schema().type() == Schema.Type.FILE)
                .mapToLong(property ->
                        Optional.ofNullable(property.schema().limits().max()).orElse(settings.maxUploadBytes()))
                .max()
                .orElse(0);
        return new Multipart.Limits(
                settings.maxUploadBytes(),
                largestFile,
                settings.maxJsonBytes(),
                MAX_PARTS,
                settings.strictness() == Strictness.ON);
    }

    /** Parses the part of a list or an object as JSON text, as the TSP clients send it. */
    private static Object partValue(Property property, String text) {
        return switch (property.schema().type()) {
            case ARRAY, OBJECT -> {
                try {
                    yield Json.readValue(text);
                } catch (Json.Malformed malformed) {
                    yield text;
                }
            }
            case STRING, INTEGER, NUMBER, BOOLEAN, FILE -> text;
        };
    }

    private static Refusal refusal(Exchange exchange, Body body, BodyFault fault) {
        return switch (fault.reason()) {
            case NOT_MULTIPART -> exchange.refuse("media-type");
            case NO_MEMORY -> exchange.refuse("unavailable");
            case FILE_TOO_LARGE -> tooLarge(exchange, body, fault);
            case BODY_TOO_LARGE, TEXT_TOO_LARGE ->
                exchange.refuse("body-too-large", "limit", String.valueOf(fault.limit()));
            case NO_BOUNDARY -> exchange.refuse("body-malformed", "fault", "its media type names no boundary");
            case MALFORMED -> exchange.refuse("body-malformed", "fault", "it does not follow its media type");
            case FILE_NAME_NOT_QUOTED -> exchange.refuse("body-malformed", "fault", "a file name is not quoted");
            case TOO_MANY_PARTS -> exchange.refuse("body-malformed", "fault", "it has too many parts");
        };
    }

    private static Refusal tooLarge(Exchange exchange, Body body, BodyFault fault) {
        Failure declared =
                body.schema().property(fault.part()).map(Property::oversized).orElse(null);
        return declared == null
                ? exchange.refuse("body-too-large", "limit", String.valueOf(fault.limit()))
                : new Refusal(declared, exchange.path);
    }

    /** The client has disconnected, or the disk is full or not writable. */
    private static RuntimeException unread(Exchange exchange, IOException cut) {
        boolean ours = cut instanceof FileSystemException
                || String.valueOf(cut.getMessage()).contains("No space left");
        return ours
                ? new StoreUnavailable("Uploads cannot be kept: " + cut, cut)
                : exchange.refuse("body-malformed", "fault", "it did not arrive whole");
    }
}
