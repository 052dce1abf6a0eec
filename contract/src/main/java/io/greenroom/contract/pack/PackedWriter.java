package io.greenroom.contract.pack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, texts and values in the form that {@link PackedReader} reads: texts and repeated parts are stored once in
 * tables and referred to by index.
 */
final class PackedWriter {
    /** Marks an absent value. */
    static final int NONE = 0xFFFF;

    private final Map<String, Integer> texts;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PackedWriter(Map<String, Integer> texts) {
        this.texts = texts;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    void raw(byte[] packed) {
        bytes.writeBytes(packed);
    }

    void flag(boolean flag) {
        bytes.write(flag ? 1 : 0);
    }

    /** A number from 0 to 65,534, or {@link #NONE}. */
    void small(int number) {
        if (number < 0 || number > NONE) {
            throw new IllegalArgumentException("The contract has outgrown its packed form: " + number);
        }
        bytes.write(number >> 8);
        bytes.write(number);
    }

    void number(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (number >> shift));
        }
    }

    void text(@Nullable String text) {
        small(text == null ? NONE : texts.computeIfAbsent(text, added -> texts.size()));
    }

    void texts(List<String> list) {
        small(list.size());
        list.forEach(this::text);
    }

    void constant(Enum<?> constant) {
        text(constant.name());
    }

    void optionalNumber(@Nullable Long number) {
        flag(number != null);
        if (number != null) {
            number(number);
        }
    }

    void values(List<?> values) {
        small(values.size());
        values.forEach(this::value);
    }

    void fields(Map<?, ?> fields) {
        small(fields.size());
        fields.forEach((name, field) -> {
            text(name.toString());
            value(field);
        });
    }

    /** A default or an allowed value of the contract. */
    void value(@Nullable Object value) {
        switch (value) {
            case null -> bytes.write('0');
            case String text -> {
                bytes.write('s');
                text(text);
            }
            case Long number -> {
                bytes.write('n');
                number(number);
            }
            case Double number -> {
                bytes.write('d');
                number(Double.doubleToLongBits(number));
            }
            case Boolean flag -> bytes.write(flag ? 't' : 'f');
            case List<?> items -> {
                bytes.write('l');
                values(items);
            }
            case Map<?, ?> fields -> {
                bytes.write('m');
                fields(fields);
            }
            default -> throw new IllegalArgumentException("No value of a contract: " + value);
        }
    }

    /** The table of texts. */
    static byte[] table(Map<String, Integer> texts) {
        PackedWriter table = new PackedWriter(new LinkedHashMap<>());
        table.small(texts.size());
        for (String text : texts.keySet()) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            table.small(utf8.length);
            table.raw(utf8);
        }
        return table.bytes();
    }
}
