package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@GreenroomTest
class InvoiceHandlerTest {

    private static Ask list(Customer customer) {
        return customer.master().ask("accountBillingInvoices", customer.id());
    }

    private static Ask show(Customer customer, String invoice) {
        return customer.master().ask("getAccountBillingInvoice", customer.id(), invoice);
    }

    @Test
    void listsAndShowsInvoices(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 3, "");
        customer.scene().advance(Duration.ofDays(35));

        Doc list = list(customer).served().json();

        assertThat(list.text("currency")).isEqualTo("USD");
        assertThat(list.docs("invoices"))
                .extracting(invoice -> invoice.text("invoice_number"))
                .containsExactly("INV00000001", "INV00000002");
        Doc first = list.docs("invoices").getFirst();
        assertThat(first.names())
                .containsExactlyInAnyOrder(
                        "id",
                        "invoice_number",
                        "total_amount",
                        "tax_amount",
                        "balance",
                        "due_date",
                        "invoice_date",
                        "target_date",
                        "status");
        Doc shown = show(customer, first.id()).served().json();
        assertThat(shown.text("status")).isEqualTo("Posted");
        assertThat(Money.cents(shown, "total_amount")).isEqualTo(45_00);
        assertThat(shown.docs("invoice_items").getFirst().number("quantity")).isEqualTo(3);
        assertThat(shown.names()).doesNotContain("bill_to", "account_id");
        Doc own = customer.scene().ask("accountBillingInvoices", "me").served().json();
        assertThat(own.docs("invoices")).isEqualTo(list.docs("invoices"));
    }

    @Test
    void filtersByDate(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        LocalDate first = Plans.day(customer.invoices().getFirst(), "invoice_date");
        customer.scene().advance(Duration.ofDays(430));

        assertThat(numbers(customer, first, first)).isEqualTo(1);
        assertThat(numbers(customer, first.plusDays(1), first.plusMonths(2))).isEqualTo(2);
        assertThat(numbers(customer, first, first.plusYears(1))).isEqualTo(13);
        scene.advance(Duration.ofMinutes(5));
        int lately = list(customer).served().json().docs("invoices").size();
        assertThat(lately).isEqualTo(12);
    }

    private static int numbers(Customer customer, LocalDate from, LocalDate to) {
        customer.master().advance(Duration.ofMinutes(5));
        return list(customer)
                .query("from", from)
                .query("to", to)
                .served()
                .json()
                .docs("invoices")
                .size();
    }

    @Test
    void refusesRangesThatAreTooLong(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        LocalDate today = Plans.day(customer.invoices().getFirst(), "invoice_date");

        refusesRange(customer, today.minusYears(1).minusDays(1), today);
        refusesRange(customer, today, today.minusDays(1));
        refusesRange(customer, today.minusYears(3).minusDays(1), today.minusYears(3));
        scene.advance(Duration.ofMinutes(5));
        list(customer).query("from", "yesterday").refused("validation");
        list(customer).query("from", "+12345-01-01").refused("validation");
        list(customer).query("to", "-0001-01-01").refused("validation");
    }

    private static void refusesRange(Customer customer, LocalDate from, LocalDate to) {
        customer.master().advance(Duration.ofMinutes(5));
        list(customer).query("from", from).query("to", to).refused("invoice-range-invalid");
    }

    @Test
    void limitsListRequests(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        for (int i = 0; i < 6; i++) {
            list(customer).served();
            list(customer).refused("invoice-list-too-soon");
            scene.advance(Duration.ofMinutes(5));
        }

        list(customer).refused("invoice-list-too-often", "limit", "6");
        scene.ask("accountBillingInvoices", "me").served();
        scene.ask("accountBillingInvoices", scene.account()).refused("invoice-list-too-soon");
    }

    @Test
    void limitsRequestsForInvoices(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        String invoice = customer.invoices().getFirst().id();
        show(customer, invoice).served();
        show(customer, invoice).refused("invoice-too-soon");
        scene.ask("downloadInvoicePDF", invoice).served();
        scene.ask("downloadInvoicePDF", invoice).refused("invoice-too-soon");
        for (int i = 1; i < 100; i++) {
            scene.advance(Duration.ofMillis(100));
            show(customer, "none" + i).refused("invoice-missing", "invoiceId", "none" + i);
            scene.ask("downloadInvoicePDF", "none" + i).refused("invoice-missing");
        }

        show(customer, "none").refused("invoice-too-often", "limit", "100");
        scene.ask("downloadInvoicePDF", "none").refused("invoice-too-often", "limit", "100");
    }

    @Test
    void isForPaidAccountsInReach(Scene scene) {
        Customer customer = Customer.open(scene);
        list(customer).refused("account-without-plan", "accountId", customer.id());
        Customer other = Customer.open(scene, "ute", "{}");
        other.subscribe("monthly", 1, "").served();
        String invoice = other.invoices().getFirst().id();
        Customer foreign = new Customer(scene.elsewhere(), other.scene());

        list(foreign).refused("account-unknown", "accountId", other.id());
        show(foreign, invoice).refused("account-unknown");
        foreign.master().ask("downloadInvoicePDF", invoice).refused("invoice-missing");
        foreign.master()
                .ask("getAccountBillingInvoice", "me", invoice)
                .refused("invoice-missing", "invoiceId", invoice);
        show(customer, invoice).refused("invoice-missing");
        other.scene().ask("accountBillingInvoices", scene.account()).refused("account-unknown");
        scene.without("partner");
        list(other).refused("not-a-master");
        show(other, invoice).refused("not-a-master");
        scene.ask("downloadInvoicePDF", invoice).refused("invoice-missing");
        other.scene().ask("downloadInvoicePDF", invoice).served();
    }

    @Test
    void drawsInvoices(Scene scene) throws IOException {
        Customer customer = Customer.open(scene);
        customer.scene().change(row -> row.put("account_name", "Žofie & 株式会社"));
        customer.subscribe("yearly", 9, "\"plan_recording\": \"cmr_monthly_commitment_500\"")
                .served();
        Doc invoice = customer.invoices().getFirst();

        Reply reply = scene.ask("downloadInvoicePDF", invoice.id()).served();

        assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"INV00000001.pdf\"");
        try (PDDocument pdf = Loader.loadPDF(reply.response().body())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Invoice INV00000001");
            assertThat(text)
                    .contains("INV00000001", invoice.text("invoice_date"), invoice.text("due_date"))
                    .contains("Žofie & ????", "Una Below", "1 Main St", "62701 Springfield il US")
                    .contains("Standard Pro Annual", "1,350.00", "Cloud Recording 3000 GB Monthly", "500.00")
                    .contains("Total USD", "1,850.00");
        }
        scene.advance(Duration.ofMinutes(30));
        assertThat(scene.ask("downloadInvoicePDF", invoice.id())
                        .served()
                        .response()
                        .body())
                .isEqualTo(reply.response().body());
    }

    @Test
    void sendsTheRestOfAnInterruptedDownload(Scene scene) {
        Customer customer = Customer.open(scene);
        customer.subscribe("monthly", 1, "").served();
        String invoice = customer.invoices().getFirst().id();
        Reply whole = scene.ask("downloadInvoicePDF", invoice).served();
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        byte[] file = whole.response().body();
        String tag = whole.header("ETag");

        scene.advance(Duration.ofMinutes(30));
        Reply rest = scene.ask("downloadInvoicePDF", invoice)
                .header("Range", "bytes=100-")
                .header("If-Range", tag)
                .expect(206);
        assertThat(rest.header("Content-Range")).isEqualTo("bytes 100-" + (file.length - 1) + "/" + file.length);
        assertThat(rest.header("x-zm-trackingid")).isNotEmpty();
        assertThat(rest.response().body()).isEqualTo(Arrays.copyOfRange(file, 100, file.length));

        scene.advance(Duration.ofMinutes(30));
        scene.ask("downloadInvoicePDF", invoice).header("If-None-Match", tag).expect(304);
    }
}
