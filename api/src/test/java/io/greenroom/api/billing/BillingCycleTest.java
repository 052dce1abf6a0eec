package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The effects of an account's clock on its plans. */
@GreenroomTest
@Tag("postgres")
class BillingCycleTest {
    private static final String WEBINAR = "\"plan_webinar\": [{\"type\": \"webinar500_yearly\", \"hosts\": 1}]";

    /** Advances the account's clock to noon of a day, and runs the due jobs. */
    private static void goTo(Customer customer, String day) {
        Instant noon = Instant.parse(day + "T12:00:00Z");
        Instant now = customer.scene().internally(call -> call.now());
        customer.scene().advance(Duration.between(now, noon));
    }

    @Test
    void chargesWhenPlansBegin(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-01-31");

        customer.subscribe("monthly", 3, WEBINAR).served();

        Doc invoice = customer.invoices().getFirst();
        assertThat(customer.invoices()).hasSize(1);
        assertThat(invoice.text("invoice_number")).isEqualTo("INV00000001");
        assertThat(invoice.text("invoice_date")).isEqualTo("2030-01-31");
        assertThat(invoice.text("due_date")).isEqualTo("2030-03-02");
        assertThat(Money.cents(invoice, "total_amount")).isEqualTo(3 * 15_00 + 800_00);
        assertThat(invoice.text("status")).isEqualTo("Draft");
        assertThat(invoice.docs("invoice_items")).hasSize(2);
        Doc webinar = invoice.docs("invoice_items").getLast();
        assertThat(webinar.text("charge_name")).isEqualTo("Webinar 500 Annual");
        assertThat(webinar.text("charge_number")).isEqualTo("C-00000002");
        assertThat(webinar.text("start_date")).isEqualTo("2030-01-31");
        assertThat(webinar.text("end_date")).isEqualTo("2031-01-30");
    }

    @Test
    void chargesForEachPeriod(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-01-31");
        customer.subscribe("monthly", 2, WEBINAR).served();

        goTo(customer, "2030-04-01");

        assertThat(customer.invoices())
                .extracting(invoice -> invoice.text("invoice_date"))
                .containsExactly("2030-01-31", "2030-02-28", "2030-03-31");
        Doc last = customer.invoices().getLast();
        assertThat(Money.cents(last, "total_amount")).isEqualTo(2 * 15_00);
        assertThat(last.docs("invoice_items").getFirst().text("end_date")).isEqualTo("2030-04-29");
        assertThat(customer.plans().doc("plan_base").text("next_invoice_date")).isEqualTo("2030-04-30");
        assertThat(customer.scene().events()).isEmpty();
    }

    @Test
    void hasInvoicesPaid(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-01-31");
        customer.subscribe("yearly", 1, "").served();
        assertThat(Money.cents(customer.invoices().getFirst(), "balance")).isEqualTo(150_00);

        goTo(customer, "2030-03-03");

        Doc paid = customer.invoices().getFirst();
        assertThat(Money.cents(paid, "balance")).isZero();
        assertThat(Money.cents(paid, "total_amount")).isEqualTo(150_00);
        assertThat(paid.text("status")).isEqualTo("Posted");
    }

    @Test
    void chargesForTheRestOfAPeriodWhenPlansGrow(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-04-01");
        customer.subscribe("monthly", 2, "").served();
        goTo(customer, "2030-04-16");

        customer.changeBase("monthly", 4).expect(204);

        Doc invoice = customer.invoices().getLast();
        assertThat(Money.cents(invoice, "total_amount")).isEqualTo(15_00);
        assertThat(invoice.docs("invoice_items").getFirst().number("quantity")).isEqualTo(2);
        customer.changeBase("monthly", 1).expect(204);
        assertThat(customer.invoices()).hasSize(2);
        goTo(customer, "2030-05-01");
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(15_00);
    }

    @Test
    void writesOneInvoiceADay(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-04-01");
        customer.subscribe("monthly", 1, "").served();

        customer.changeBase("monthly", 2).expect(204);
        customer.changeBase("monthly", 1).expect(204);
        customer.changeBase("monthly", 4).expect(204);

        assertThat(customer.invoices()).hasSize(1);
        Doc invoice = customer.invoices().getFirst();
        assertThat(Money.cents(invoice, "total_amount")).isEqualTo(4 * 15_00);
        assertThat(invoice.docs("invoice_items")).hasSize(1);
        assertThat(invoice.docs("invoice_items").getFirst().number("quantity")).isEqualTo(4);
    }

    @Test
    void chargesForTheSameDaysOnce(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-04-01");
        customer.subscribe("business_monthly", 10, "").served();
        goTo(customer, "2030-04-16");
        customer.changeBase("business_monthly", 12).expect(204);
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(20_00);

        customer.changeBase("monthly", 9).expect(204);
        customer.changeBase("business_monthly", 12).expect(204);
        assertThat(customer.invoices()).hasSize(2);
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(20_00);
        customer.changeBase("business_monthly", 13).expect(204);
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(30_00);

        customer.changeBase("business_monthly", 10).expect(204);
        goTo(customer, "2030-05-01");
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(200_00);
        goTo(customer, "2030-05-02");
        customer.changeBase("business_monthly", 11).expect(204);
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(19_35);
    }

    @Test
    void addsTheTaxOfTheContactsCountry(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-04-01");
        scene.ask("accountPlanCreate", customer.id())
                .body("{\"contact\": " + Customer.CONTACT.replace("US", "DE")
                        + ", \"plan_base\": {\"type\": \"monthly\", \"hosts\": 2}}")
                .served();

        Doc invoice = customer.invoices().getFirst();

        assertThat(Money.cents(invoice, "tax_amount")).isEqualTo(5_70);
        assertThat(Money.cents(invoice, "total_amount")).isEqualTo(35_70);
        assertThat(Money.cents(invoice.docs("invoice_items").getFirst(), "tax_amount"))
                .isEqualTo(5_70);
    }

    @Test
    void endsCancelledPlansAfterTheirPeriod(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-04-01");
        customer.subscribe("monthly", 2, "\"plan_webinar\": [{\"type\": \"webinar500_monthly\", \"hosts\": 1}]")
                .served();
        customer.cancel("webinar500_monthly").expect(204);

        goTo(customer, "2030-04-30");
        assertThat(AccountFeatures.of(customer.row())).contains("webinar");
        goTo(customer, "2030-05-01");

        assertThat(AccountFeatures.of(customer.row())).doesNotContain("webinar").contains("paid");
        assertThat(customer.plans().docs("plan_webinar").getFirst().text("status"))
                .isEqualTo("expired");
        assertThat(customer.invoices()).hasSize(2);
        assertThat(Money.cents(customer.invoices().getLast(), "total_amount")).isEqualTo(2 * 15_00);
        customer.cancel("webinar500_monthly").refused("plan-not-there");
        customer.add("webinar500_monthly", 3).served();
        assertThat(customer.plans().docs("plan_webinar").getFirst().number("hosts"))
                .isEqualTo(3);
    }

    @Test
    void endsEverythingWithTheBasePlan(Scene scene) {
        Customer customer = Customer.open(scene);
        goTo(customer, "2030-04-01");
        customer.subscribe("monthly", 2, WEBINAR).served();
        customer.cancel("webinar500_yearly").expect(204);
        customer.cancelBase().expect(204);

        goTo(customer, "2031-06-01");

        assertThat(customer.row().text("plan")).isEqualTo("free");
        assertThat(AccountFeatures.of(customer.row())).doesNotContain("paid", "webinar");
        assertThat(customer.plans().docs("plan_webinar").getFirst().text("status"))
                .isEqualTo("expired");
        assertThat(customer.invoices()).hasSize(1);
        customer.subscribe("yearly", 2, WEBINAR).served();
        assertThat(customer.row().text("plan")).isEqualTo("pro");
        assertThat(customer.plans().doc("plan_base").text("type")).isEqualTo("yearly");
    }

    @Test
    void knowsHowLongPeriodsAre() {
        LocalDate beginning = LocalDate.parse("2024-02-29");

        assertThat(Term.MONTH.after(beginning, 1)).isEqualTo("2024-03-29");
        assertThat(Term.YEAR.after(beginning, 1)).isEqualTo("2025-02-28");
        assertThat(Term.YEAR.after(beginning, 4)).isEqualTo("2028-02-29");
    }
}
