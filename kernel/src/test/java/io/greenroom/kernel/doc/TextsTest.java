package io.greenroom.kernel.doc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    private static final String FACE = "\ud83d\ude00";

    @Test
    void cutsBetweenCharacters() {
        assertThat(Texts.cut("x".repeat(254) + FACE + "y", 255)).isEqualTo("x".repeat(254) + FACE);
        assertThat(Texts.cut(FACE.repeat(3), 2)).isEqualTo(FACE.repeat(2));
        assertThat(Texts.cut(FACE.repeat(3), 3)).isEqualTo(FACE.repeat(3));
        assertThat(Texts.cut(FACE, 0)).isEmpty();
        assertThat(Texts.cut("abc", 5)).isEqualTo("abc");
    }

    @Test
    void marksWhatIsLeftOut() {
        assertThat(Texts.abbreviate(FACE + FACE, 1)).isEqualTo(FACE + "...");
        assertThat(Texts.abbreviate(FACE + FACE, 2)).isEqualTo(FACE + FACE);
    }

    @Test
    void recognizesTextsThatNoStoreKeeps() {
        assertThat(Texts.isStorable("a" + FACE + "\uffff")).isTrue();
        assertThat(Texts.isStorable("a\0")).isFalse();
        assertThat(Texts.isStorable("a\ud83d")).isFalse();
        assertThat(Texts.isStorable("\ude00a")).isFalse();
        assertThat(Texts.isStorable("\ud83d\ud83d\ude00")).isFalse();
    }
}
