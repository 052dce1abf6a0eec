package io.greenroom.parts.pictures;

import io.greenroom.kernel.http.body.ContentKind;
import io.greenroom.kernel.store.StoreUnavailable;
import java.awt.color.CMMException;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An uploaded JPEG, PNG or GIF. Encoding it again drops its metadata and whatever else is hidden in it. Only a few are
 * decoded at a time, and large ones with fewer pixels, because decoded pictures are not in the memory budget.
 */
public final class PictureFile {
    private static final int MOST_AT_ONCE = 2;
    private static final int LONGEST_SIDE = 16_384;
    private static final long MOST_PIXELS = 50_000_000;
    private static final long KEPT_PIXELS = 4_000_000;
    private static final float JPEG_QUALITY = 0.9f;
    private static final Semaphore DECODERS = new Semaphore(MOST_AT_ONCE);

    static {
        System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
    }

    private PictureFile() {}

    /**
     * Replaces a picture by its pixels, encoded as JPEG if it was one, else as PNG; of an animation, the first frame.
     *
     * @return the new kind; empty when the file is no picture that can be decoded, or has too many pixels
     */
    public static Optional<ContentKind> encodeAgain(Path file) {
        DECODERS.acquireUninterruptibly();
        try {
            Optional<ContentKind> kind = Optional.of(ContentKind.of(file)).filter(found -> found != ContentKind.OTHER);
            Optional<BufferedImage> image = kind.flatMap(found -> decode(file, found));
            if (image.isEmpty()) {
                return Optional.empty();
            }
            ContentKind kept = kind.get() == ContentKind.JPEG ? ContentKind.JPEG : ContentKind.PNG;
            encode(image.get(), kept, file);
            return Optional.of(kept);
        } catch (IOException e) {
            throw new StoreUnavailable("An uploaded picture cannot be read or written: " + e, e);
        } finally {
            DECODERS.release();
        }
    }

    /** The decoders of the JDK throw all of these for damaged pictures. */
    private static Optional<BufferedImage> decode(Path file, ContentKind kind) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format(kind)).next();
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long pixels = (long) width * height;
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > MOST_PIXELS) {
                return Optional.empty();
            }
            BufferedImage image = reader.read(0, thinned(reader, pixels));
            return Optional.of(kind == ContentKind.JPEG ? Orientation.of(file).upright(image) : image);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ClassCastException
                | ArithmeticException
                | CMMException
                | ProfileDataException e) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam thinned(ImageReader reader, long pixels) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return parameters;
    }

    private static String format(ContentKind kind) {
        return switch (kind) {
            case JPEG -> "jpeg";
            case PNG -> "png";
            case GIF -> "gif";
            case OTHER -> throw new IllegalArgumentException("No picture");
        };
    }

    private static void encode(BufferedImage image, ContentKind kind, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format(kind)).next();
        try (OutputStream bytes = Files.newOutputStream(file);
                MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (kind == ContentKind.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
