package io.greenroom.api.billing;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes invoices and marks them as paid. All charges of an account on one day are on one invoice. */
final class Invoices {
    static final Table INVOICES =
            Table.of("invoices", "InvoiceRecord").columns("key", "invoice_date").counted();

    private static final String PAYMENT = "invoice-payment";

    /** Our guess, like the payment itself, which no operation makes. */
    private static final int DAYS_TO_PAY = 30;

    private Invoices() {}

    static void bind(Bindings on) {
        on.due(PAYMENT, Invoices::pay);
    }

    /** Adds charges to the account's invoice of today. Charges of zero are dropped. */
    static void charge(Call account, List<Charge> charges) {
        List<Charge> due = charges.stream().filter(charge -> charge.cents() > 0).toList();
        if (due.isEmpty()) {
            return;
        }
        LocalDate today = Plans.today(account);
        Optional<Doc> begun = account.store()
                .in(INVOICES)
                .where("invoice_date", today.toString())
                .newestFirst()
                .first()
                .filter(invoice -> invoice.text("status").equals("Draft"));
        Doc invoice = begun.map(Doc::copy).orElseGet(() -> begin(account, today));
        due.forEach(charge -> add(account, invoice, charge));
        if (begun.isPresent()) {
            account.store().update(INVOICES, invoice);
        } else {
            account.store().insert(INVOICES, invoice);
            LocalDate payment = today.plusDays(DAYS_TO_PAY);
            account.later(
                    PAYMENT, invoice.id(), payment.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    private static Doc begin(Call account, LocalDate today) {
        long number = account.store().in(INVOICES).count() + 1;
        return account.blank(INVOICES)
                .put("id", account.ids().hex())
                .put("account_id", account.store().account())
                .put("account_name", account.account().text("account_name", ""))
                .put("bill_to", BillingAccount.of(account.store()).optionalDoc("contact"))
                .put("invoice_number", "INV%08d".formatted(number))
                .put("currency", Money.CURRENCY)
                .put("invoice_date", today.toString())
                .put("target_date", today.toString())
                .put("due_date", today.plusDays(DAYS_TO_PAY).toString())
                .put("invoice_items", List.of())
                .fillDefaults();
    }

    private static void add(Call account, Doc invoice, Charge charge) {
        String country = invoice.optionalDoc("bill_to")
                .map(contact -> contact.text("country", ""))
                .orElse("");
        long tax = Money.tax(charge.cents(), country);
        Doc item = account.blank("InvoiceItem")
                .put("charge_name", charge.name())
                .put("charge_type", "Recurring")
                .put("charge_number", charge.number())
                .put("quantity", charge.hosts())
                .put("start_date", charge.start().toString())
                .put("end_date", charge.end().minusDays(1).toString());
        more(item, "total_amount", charge.cents() + tax);
        more(item, "tax_amount", tax);
        more(invoice, "total_amount", charge.cents() + tax);
        more(invoice, "tax_amount", tax);
        more(invoice, "balance", charge.cents() + tax);
        invoice.put("invoice_items", joined(invoice.docs("invoice_items"), item));
    }

    /** Adds an item. It is merged with an item of the same name and days, which bounds the number of items of a day. */
    private static List<Doc> joined(List<Doc> items, Doc item) {
        List<Doc> joined = new ArrayList<>(items);
        for (int i = 0; i < joined.size(); i++) {
            Doc other = joined.get(i);
            if (isSame(other, item, "charge_name")
                    && isSame(other, item, "start_date")
                    && isSame(other, item, "end_date")) {
                Doc grown = other.copy().put("quantity", other.number("quantity") + item.number("quantity"));
                more(grown, "total_amount", Money.cents(item, "total_amount"));
                more(grown, "tax_amount", Money.cents(item, "tax_amount"));
                joined.set(i, grown);
                return joined;
            }
        }
        joined.add(item);
        return joined;
    }

    private static boolean isSame(Doc one, Doc other, String field) {
        return one.text(field).equals(other.text(field));
    }

    private static void more(Doc document, String field, long cents) {
        document.put(field, Money.dollars(Money.cents(document, field) + cents));
    }

    private static void pay(Call account, String id) {
        account.store().find(INVOICES, id).ifPresent(invoice -> account.store()
                .update(INVOICES, invoice.copy().put("balance", 0.0).put("status", "Posted")));
    }
}
