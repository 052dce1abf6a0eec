package io.greenroom.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @Test
    void leavesOutEmptyParts() {
        assertThat(RequestPath.segments("/v2//users/me/"))
                .hasValueSatisfying(segments -> assertThat(segments).containsExactly("v2", "users", "me"));
        assertThat(RequestPath.segments("/"))
                .hasValueSatisfying(segments -> assertThat(segments).isEmpty());
        assertThat(RequestPath.segments(""))
                .hasValueSatisfying(segments -> assertThat(segments).isEmpty());
    }

    @Test
    void keepsEncodedSlashesInTheirPart() {
        assertThat(segment("%2Fajq%2F%2Fb%3D%3D")).isEqualTo("/ajq//b==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ajXp112QmuoKj4854875==", "a//b+c=", "4444AAAiAAAAAiAiAiiAii==", "%", "a b", "Zoë"})
    void decodesOnceOrTwice(String uuid) {
        String once = URLEncoder.encode(uuid, StandardCharsets.UTF_8).replace("+", "%20");
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
        assertThat(segment(once)).isEqualTo(uuid);
        assertThat(segment(twice)).isEqualTo(uuid);
    }

    @Test
    void decodesNotMoreThanTwice() {
        assertThat(segment("a%25252Fb")).isEqualTo("a%2Fb");
    }

    @Test
    void keepsInvalidEscapesAfterDecoding() {
        assertThat(segment("100%25")).isEqualTo("100%");
        assertThat(segment("100%25zz%252F")).isEqualTo("100%zz%2F");
        assertThat(segment("%25FF")).isEqualTo("%FF");
    }

    @Test
    void leavesPlusesAndParameters() {
        assertThat(segment("ada+test@example.org;v=1")).isEqualTo("ada+test@example.org;v=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%", "/a%2", "/a%zz", "/%FF", "/%C3", "/%00", "/a/\u00ff", "/%\uff11\uff11", "/\u4e2d"})
    void refusesInvalidUtf8(String path) {
        assertThat(RequestPath.segments(path)).isEmpty();
    }

    @Test
    void readsUnencodedUtf8() {
        assertThat(segment("Zo\u00c3\u00ab")).isEqualTo("Zoë");
    }

    @Test
    void takesAnyGarbage() {
        SplittableRandom random = new SplittableRandom(20210601);
        for (int i = 0; i < 20_000; i++) {
            String garbage = Garbage.text(random, "/%%%%2Ff05aC3+;.?&=\u00ff\u0000");
            RequestPath.segments(garbage)
                    .ifPresent(segments -> assertThat(segments).doesNotContain(""));
        }
    }

    private static String segment(String raw) {
        return RequestPath.segments("/" + raw).orElseThrow().getFirst();
    }
}
