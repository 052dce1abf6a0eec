package io.greenroom.testkit;

import io.greenroom.contract.Failure;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The pattern of a failure's message with some of its placeholders filled. */
final class Wording {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z_]+}");

    private Wording() {}

    static Pattern pattern(Failure failure, String... pairs) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        StringBuilder pattern = new StringBuilder();
        String[] texts = PLACEHOLDER.split(failure.message(values), -1);
        for (int i = 0; i < texts.length; i++) {
            pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(texts[i]));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
