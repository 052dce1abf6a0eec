package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders an invoice for printing. */
final class InvoicePdf {
    private static final float TITLE = 20;
    private static final float TEXT = 10;
    private static final float LINE = 15;
    private static final float VALUES = 110;
    private static final float PERIOD = 210;
    private static final float QUANTITY = 370;
    private static final float AMOUNT = 483;

    private final Doc invoice;
    private final PdfPage paper;

    private InvoicePdf(Doc invoice, PdfPage paper) {
        this.invoice = invoice;
        this.paper = paper;
    }

    /** Renders an invoice as a PDF file. */
    static byte[] of(Doc invoice) {
        try (PdfPage paper =
                new PdfPage("Invoice " + invoice.text("invoice_number"), Plans.day(invoice, "invoice_date"))) {
            InvoicePdf pdf = new InvoicePdf(invoice, paper);
            pdf.head();
            pdf.items();
            pdf.totals();
            return paper.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() throws IOException {
        paper.write("Invoice", TITLE, 0);
        paper.down(2 * LINE);
        fact("Invoice number", invoice.text("invoice_number"));
        fact("Invoice date", invoice.text("invoice_date"));
        fact("Due date", invoice.text("due_date"));
        fact("Account", invoice.text("account_name", ""));
        paper.down(LINE);
        paper.write("Bill to", TEXT, 0);
        for (String line : billTo()) {
            paper.write(line, TEXT, VALUES);
            paper.down(LINE);
        }
        paper.down(LINE);
    }

    private void fact(String name, String value) throws IOException {
        paper.write(name, TEXT, 0);
        paper.write(value, TEXT, VALUES);
        paper.down(LINE);
    }

    private List<String> billTo() {
        return invoice.optionalDoc("bill_to")
                .map(contact -> Stream.of(
                                words(contact, "first_name", "last_name"),
                                words(contact, "address", "apt"),
                                words(contact, "zip", "city", "state", "country"),
                                words(contact, "email"))
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private static String words(Doc contact, String... fields) {
        return Stream.of(fields)
                .map(field -> contact.text(field, ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void items() throws IOException {
        row("Charge", "Period", "Quantity", "Amount");
        paper.rule();
        paper.down(LINE);
        for (Doc item : invoice.docs("invoice_items")) {
            long net = Money.cents(item, "total_amount") - Money.cents(item, "tax_amount");
            row(
                    item.text("charge_name"),
                    item.text("start_date") + " - " + item.text("end_date"),
                    item.text("quantity"),
                    Money.printed(net));
        }
        paper.rule();
        paper.down(LINE);
    }

    private void row(String name, String period, String quantity, String amount) throws IOException {
        paper.write(name, TEXT, 0);
        paper.write(period, TEXT, PERIOD);
        paper.writeUpTo(quantity, TEXT, QUANTITY);
        paper.writeUpTo(amount, TEXT, AMOUNT);
        paper.down(LINE);
    }

    private void totals() throws IOException {
        total("Tax", Money.cents(invoice, "tax_amount"));
        total("Total " + invoice.text("currency"), Money.cents(invoice, "total_amount"));
        total("Balance due " + invoice.text("currency"), Money.cents(invoice, "balance"));
    }

    private void total(String name, long cents) throws IOException {
        paper.writeUpTo(name, TEXT, QUANTITY);
        paper.writeUpTo(Money.printed(cents), TEXT, AMOUNT);
        paper.down(LINE);
    }
}
