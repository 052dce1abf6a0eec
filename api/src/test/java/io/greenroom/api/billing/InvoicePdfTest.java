package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.pack.PackedContract;
import io.greenroom.kernel.doc.Doc;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {

    @Test
    void continuesOnASecondPage() throws IOException {
        Doc invoice = blank("InvoiceRecord")
                .put("invoice_number", "INV00000007")
                .put("invoice_date", "2030-01-01")
                .put("due_date", "2030-01-31")
                .put("account_name", "W".repeat(255) + "\n")
                .put("currency", "USD")
                .put("total_amount", 12.5)
                .put("invoice_items", items(200));

        try (PDDocument pdf = Loader.loadPDF(InvoicePdf.of(invoice))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Charge 1 ", "Charge 200 ", "12.50");
        }
    }

    private static List<Doc> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> blank("InvoiceItem")
                        .put("charge_name", "Charge " + number)
                        .put("quantity", number)
                        .put("total_amount", 1.0)
                        .put("start_date", "2030-01-01")
                        .put("end_date", "2030-01-31"))
                .toList();
    }

    private static Doc blank(String schema) {
        return new Doc(PackedContract.bundled().schema(schema));
    }
}
