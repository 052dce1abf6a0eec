package io.greenroom.contract.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the form that {@link PackedWriter} writes. */
final class PackedReader {
    private final ByteBuffer bytes;
    private final String[] texts;

    PackedReader(byte[] packed) {
        this.bytes = ByteBuffer.wrap(packed);
        this.texts = new String[small()];
        for (int i = 0; i < texts.length; i++) {
            int length = small();
            texts[i] = new String(packed, bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
        }
    }

    boolean flag() {
        return bytes.get() == 1;
    }

    int small() {
        return Short.toUnsignedInt(bytes.getShort());
    }

    long number() {
        return bytes.getLong();
    }

    String text() {
        return texts[small()];
    }

    Optional<String> optionalText() {
        return Optional.ofNullable(nullableText());
    }

    @Nullable
    String nullableText() {
        int place = small();
        return place == PackedWriter.NONE ? null : texts[place];
    }

    List<String> texts() {
        String[] list = new String[small()];
        for (int i = 0; i < list.length; i++) {
            list[i] = text();
        }
        return List.of(list);
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    @Nullable
    Long optionalNumber() {
        return flag() ? Long.valueOf(number()) : null;
    }

    @Nullable
    Object value() {
        byte kind = bytes.get();
        return kind == '0' ? null : value(kind);
    }

    private Object value(byte kind) {
        return switch (kind) {
            case 's' -> text();
            case 'n' -> number();
            case 'd' -> Double.longBitsToDouble(number());
            case 't' -> true;
            case 'f' -> false;
            case 'l' -> values();
            case 'm' -> fields();
            default -> throw new IllegalStateException("The packed contract has a value of kind " + kind);
        };
    }

    /** A list of values without nulls. */
    List<Object> values() {
        Object[] items = new Object[small()];
        for (int i = 0; i < items.length; i++) {
            items[i] = value(bytes.get());
        }
        return List.of(items);
    }

    /** Named values without nulls. */
    Map<String, Object> fields() {
        int size = small();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            fields.put(text(), value(bytes.get()));
        }
        return Collections.unmodifiableMap(fields);
    }
}
