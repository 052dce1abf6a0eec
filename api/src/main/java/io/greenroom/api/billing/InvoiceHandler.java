package io.greenroom.api.billing;

import io.greenroom.api.accounts.AccountAccess;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.DateRange;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import java.util.function.Supplier;

/** The invoices of one account: the caller's own account or a sub account. */
final class InvoiceHandler {
    void bind(Bindings on) {
        on.page("accountBillingInvoices", InvoiceHandler::list);
        on.doc("getAccountBillingInvoice", InvoiceHandler::show);
        on.before("downloadInvoicePDF", InvoiceHandler::draw);
        on.file("downloadInvoicePDF", call -> call.prepared(Answer.class));
    }

    private static Page list(Call call) {
        Call account = accountOf(call);
        if (AccountPlan.isFree(account)) {
            throw call.refuse("account-unpaid");
        }
        DateRange range = account.range();
        return Page.whole(account.store()
                        .in(Invoices.INVOICES)
                        .between("invoice_date", range.from().toString(), range.afterLastDay())
                        .ascending("invoice_date")
                        .list())
                .with("currency", Money.CURRENCY);
    }

    private static Call accountOf(Call call) {
        Call account = AccountAccess.asked(call);
        boolean own = account.store().account().equals(call.store().account());
        if (!own && !call.has("partner")) {
            throw call.refuse("not-a-master");
        }
        return account;
    }

    private static Doc show(Call call) {
        return accountOf(call).require(Invoices.INVOICES, call.path("invoiceId"), "invoice-missing");
    }

    private static Supplier<Object> draw(Call call) {
        Doc invoice = call.store()
                .across(Invoices.INVOICES)
                .where("key", call.path("invoiceId"))
                .first()
                .filter(found -> isInReach(call, found.text("account_id")))
                .orElseThrow(() -> call.refuse("invoice-missing"));
        return () -> Answer.file("application/pdf", InvoicePdf.of(invoice))
                .header("Content-Disposition", "attachment; filename=\"" + invoice.text("invoice_number") + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean isInReach(Call call, String account) {
        return account.equals(call.store().account())
                || (call.has("partner") && AccountAccess.to(call, account).isPresent());
    }
}
