package io.greenroom.kernel.pages;

import io.greenroom.kernel.doc.ContractViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An HTML template with {@code {{gaps}}}. Text values are escaped, so no value becomes markup. Immutable. */
public final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Finished HTML, inserted unescaped. */
    public record Html(String text) {
        public static final Html NONE = new Html("");

        /** Pieces one after the other. */
        public static Html all(List<Html> pieces) {
            return new Html(String.join("\n", pieces.stream().map(Html::text).toList()));
        }
    }

    /** The template of a resource, such as {@code /pages/message.html}. */
    public static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ContractViolation("There is no template " + name);
            }
            return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills the gaps of the template, each by a text or by {@link Html}. */
    public Html fill(Map<String, ?> values) {
        StringBuilder html = new StringBuilder(text.length() * 2);
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            gap.appendReplacement(html, Matcher.quoteReplacement(filling(values.get(gap.group(1)), gap.group(1))));
        }
        return new Html(gap.appendTail(html).toString());
    }

    private String filling(@Nullable Object value, String gap) {
        return switch (value) {
            case Html html -> html.text();
            case String plain -> escape(plain);
            case null, default -> throw new ContractViolation("Nothing fills " + gap + " of " + name);
        };
    }

    /** The template's source. */
    String text() {
        return text;
    }

    static String escape(String plain) {
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
