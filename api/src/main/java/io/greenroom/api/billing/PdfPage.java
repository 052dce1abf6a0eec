package io.greenroom.api.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages of a PDF document, written from top to bottom. Used by one thread. */
final class PdfPage implements AutoCloseable {
    /** Comes with PDFBox. Embedded in the file, so that letters beyond Latin-1 are printed too. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final PDRectangle SIZE = PDRectangle.A4;
    private static final float MARGIN = 56;
    private static final float THOUSANDTHS = 1000;

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final CmapLookup letters;
    private PDPageContentStream page;
    private float y;

    PdfPage(String title, LocalDate day) throws IOException {
        try (InputStream file = Objects.requireNonNull(PdfPage.class.getResourceAsStream(FONT))) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            this.letters = parsed.getUnicodeCmapLookup();
            this.font = PDType0Font.load(document, parsed, true);
        }
        // Fixed id and date, so that an invoice is the same file at every download.
        document.setDocumentId((long) title.hashCode());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(calendar(day));
        this.page = nextPage();
    }

    private static Calendar calendar(LocalDate day) {
        return GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
    }

    private PDPageContentStream nextPage() throws IOException {
        PDPage sheet = new PDPage(SIZE);
        document.addPage(sheet);
        y = SIZE.getHeight() - MARGIN;
        return new PDPageContentStream(document, sheet);
    }

    /** Moves down; starts a new page at the end of this one. */
    void down(float points) throws IOException {
        y -= points;
        if (y < MARGIN) {
            page.close();
            page = nextPage();
        }
    }

    /** Writes a text at a distance from the left margin, truncated at the right margin. */
    void write(String text, float size, float from) throws IOException {
        String printable = printable(text);
        while (MARGIN + from + width(printable, size) > SIZE.getWidth() - MARGIN) {
            printable = printable.substring(0, printable.offsetByCodePoints(printable.length(), -1));
        }
        put(printable, size, MARGIN + from);
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / THOUSANDTHS * size;
    }

    /** Writes a text that ends at a distance from the left margin. */
    void writeUpTo(String text, float size, float to) throws IOException {
        String printable = printable(text);
        put(printable, size, MARGIN + to - width(printable, size));
    }

    private void put(String text, float size, float x) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    /** Draws a line from margin to margin. */
    void rule() throws IOException {
        page.moveTo(MARGIN, y);
        page.lineTo(SIZE.getWidth() - MARGIN, y);
        page.stroke();
    }

    /** Replaces each letter that the font lacks by a question mark. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .map(letter -> letters.getGlyphId(letter) == 0 ? '?' : letter)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Finishes the document and returns the file. Nothing can be written afterwards. */
    byte[] bytes() throws IOException {
        page.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
