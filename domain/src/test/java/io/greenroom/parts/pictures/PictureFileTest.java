package io.greenroom.parts.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.http.body.ContentKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    private static final int RED = 0xffff0000;

    @TempDir
    private Path folder = Path.of("");

    /** A blue picture with a red upper left corner. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 && y < height / 2 ? RED : 0xff0000ff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    @ParameterizedTest
    @CsvSource({"jpeg,JPEG", "png,PNG", "gif,PNG"})
    void dropsWhatFollowsThePicture(String format, ContentKind kind) throws IOException {
        byte[] picture = picture(format, 40, 30);
        byte[] polyglot = Arrays.copyOf(picture, picture.length + 20);
        System.arraycopy("<html>hidden".getBytes(StandardCharsets.US_ASCII), 0, polyglot, picture.length, 12);
        Path file = file(polyglot);

        assertThat(PictureFile.encodeAgain(file)).contains(kind);
        assertThat(ContentKind.of(file)).isEqualTo(kind);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("hidden");
        BufferedImage kept = ImageIO.read(file.toFile());
        assertThat(kept.getWidth()).isEqualTo(40);
        assertThat(kept.getHeight()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,39,0", "3,39,29", "4,0,29", "5,0,0", "6,29,0", "7,29,39", "8,0,39"})
    void turnsAPictureAsItsMetadataSayAndDropsThem(int orientation, int x, int y) throws IOException {
        byte[] picture = picture("jpeg", 40, 30);
        byte[] exif = new byte[36];
        byte[] head = {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1};
        byte[] entry = {1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0};
        System.arraycopy(head, 0, exif, 0, head.length);
        System.arraycopy(entry, 0, exif, head.length, entry.length);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(picture, 0, 2);
        whole.write(exif);
        whole.write(picture, 2, picture.length - 2);
        Path file = file(whole.toByteArray());

        assertThat(PictureFile.encodeAgain(file)).contains(ContentKind.JPEG);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        BufferedImage kept = ImageIO.read(file.toFile());
        assertThat(kept.getWidth()).isEqualTo(orientation < 5 ? 40 : 30);
        assertThat(kept.getRGB(x, y) >> 16 & 0xff).as("red").isGreaterThan(200);
    }

    @Test
    void keepsFewerPixelsOfALargePicture() throws IOException {
        Path file = file(picture("png", 4000, 3000));

        assertThat(PictureFile.encodeAgain(file)).contains(ContentKind.PNG);
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2000);
    }

    @Test
    void refusesMorePixelsThanItDecodes() throws IOException {
        byte[] picture = picture("png", 4, 4);
        picture[16] = 0x10; // a width of 268 million

        assertThat(PictureFile.encodeAgain(file(picture))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void survivesDamagedPictures(String format) throws IOException {
        byte[] picture = picture(format, 30, 20);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = Arrays.copyOf(picture, 1 + random.nextInt(picture.length));
            for (int j = 0; j < 5; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            PictureFile.encodeAgain(file(damaged));
        }
        assertThat(PictureFile.encodeAgain(file("no picture".getBytes(StandardCharsets.US_ASCII))))
                .isEmpty();
    }
}
