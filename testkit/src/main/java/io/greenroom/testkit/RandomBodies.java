package io.greenroom.testkit;

import io.greenroom.contract.Operation;
import io.greenroom.contract.openapi.Examples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Generates bodies from valid to garbage, each with a content type. */
final class RandomBodies {
    private static final int LARGE = 200_000;
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=UTF-8",
            "application/json; charset=nonsense",
            "application/json; charset=utf-16",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=other",
            "garbage",
            "/",
            "",
            ";;;=");

    private final Random random;
    private final RandomJson json;
    private final Supplier<String> value;

    RandomBodies(Random random, Supplier<String> value) {
        this.random = random;
        this.json = new RandomJson(random);
        this.value = value;
    }

    /**
     * A body.
     *
     * @param type of its content, empty for none
     * @param bytes one character for each byte
     */
    record Sent(String type, String bytes) {
        static Sent of(String type, String text) {
            return of(type, text.getBytes(StandardCharsets.UTF_8));
        }

        static Sent of(String type, byte[] bytes) {
            return new Sent(type, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    Sent next(Operation operation) {
        Object example = example(operation);
        String good = json.write(example, 0);
        Sent sent =
                switch (random.nextInt(14)) {
                    case 0, 1, 2 -> Sent.of("application/json", good);
                    case 3, 4, 5 -> Sent.of("application/json", json.write(example, 1 + random.nextInt(30)));
                    case 6 -> Sent.of("application/json", json.deep(1 + random.nextInt(3000)));
                    case 7 -> Sent.of("application/json", good.substring(0, random.nextInt(good.length() + 1)));
                    case 8 -> Sent.of("application/json", broken(good));
                    case 9 -> Sent.of("application/x-www-form-urlencoded", form(example));
                    case 10 -> Sent.of("application/x-www-form-urlencoded", good);
                    case 11, 12 -> multipart(example);
                    default -> large();
                };
        return random.nextInt(8) > 0 ? sent : new Sent(TYPES.get(random.nextInt(TYPES.size())), sent.bytes());
    }

    private Object example(Operation operation) {
        Object example = operation
                .body()
                .map(body -> new Examples(random.nextInt(50), "http://127.0.0.1").request(body.schema()))
                .orElse(Map.of("id", "x"));
        return random.nextInt(3) > 0 ? replaced(example) : example;
    }

    /** Replaces names and addresses by unused ones, or by those of existing users. */
    private Object replaced(Object example) {
        return switch (example) {
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                field -> isName(field.getKey().toString()) && field.getValue() instanceof String
                                        ? value.get()
                                        : replaced(field.getValue())));
            case List<?> items -> items.stream().map(this::replaced).toList();
            default -> example;
        };
    }

    private static boolean isName(String field) {
        return field.equals("id") || field.endsWith("_id") || field.contains("email");
    }

    private byte[] broken(String good) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 4 && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String form(Object example) {
        if (!(example instanceof Map<?, ?> fields)) {
            return "%zz=%";
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + (random.nextInt(5) == 0 ? "%zz" : field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Sent multipart(Object example) {
        MultipartBody parts = new MultipartBody();
        if (example instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> {
                if (random.nextBoolean()) {
                    parts.text(name.toString(), json.write(field, 20));
                } else {
                    parts.file(name.toString(), fileName(), "image/png", picture());
                }
            });
        }
        parts.file(
                random.nextBoolean() ? "pic_file" : "file",
                fileName(),
                random.nextBoolean() ? "image/png" : "",
                picture());
        byte[] whole = parts.bytes();
        byte[] bytes = random.nextInt(3) > 0 ? whole : Arrays.copyOf(whole, random.nextInt(whole.length));
        return Sent.of(
                parts.contentType(),
                random.nextInt(4) > 0 ? bytes : broken(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private String fileName() {
        return EdgeCases.FILE_NAMES.get(random.nextInt(EdgeCases.FILE_NAMES.size()));
    }

    private byte[] picture() {
        byte[] content = new byte[random.nextInt(3000)];
        random.nextBytes(content);
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        if (random.nextBoolean()) {
            System.arraycopy(start, 0, content, 0, Math.min(start.length, content.length));
        }
        return content;
    }

    private Sent large() {
        int length = random.nextInt(random.nextInt(10) == 0 ? LARGE : 2000);
        return Sent.of("application/json", "{\"first_name\":\"" + "a".repeat(length) + "\"}");
    }
}
