package io.greenroom.api.billing;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renews or ends plans when their billing periods end. Each account has one date in the queue, the earliest of its
 * plans.
 */
final class BillingCycle {
    private static final String TURN = "billing-cycle";

    void bind(Bindings on) {
        on.due(TURN, (account, id) -> turn(account));
        Invoices.bind(on);
    }

    /** Adds the charges to an invoice and updates the account. */
    void begin(Call account, List<Charge> charges) {
        Invoices.charge(account, charges);
        settle(account);
    }

    /** Updates the account and its date in the queue after plans have changed. */
    void settle(Call account) {
        AccountPlan.settle(account);
        String id = account.store().account();
        Optional<LocalDate> next = new Plans(account)
                .running().stream()
                        .map(plan -> Plans.day(plan, "next_invoice_date"))
                        .min(LocalDate::compareTo);
        next.ifPresentOrElse(
                day -> account.later(TURN, id, day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                () -> account.cancel(TURN, id));
    }

    private void turn(Call account) {
        Plans plans = new Plans(account);
        LocalDate today = Plans.today(account);
        List<Charge> charges = new ArrayList<>();
        boolean hadBase = plans.base().isPresent();
        plans.running().forEach(plan -> turn(plans, plan, today, charges));
        if (hadBase && plans.base().isEmpty()) {
            // Add-ons end with the base plan, even if a longer period of them is already paid.
            plans.addons().forEach(plan -> end(plans, plan));
            charges.clear();
        }
        begin(account, charges);
    }

    /** Charges for all periods that are due, several after a long downtime; ends cancelled plans and trials. */
    private static void turn(Plans plans, Doc plan, LocalDate today, List<Charge> charges) {
        Offer offer = Plans.offer(plan);
        Doc turned = plan.copy();
        while (!Plans.day(turned, "next_invoice_date").isAfter(today)) {
            if (Plans.isIn(plan, Plans.CANCELLED) || offer.isTrial()) {
                end(plans, plan);
                return;
            }
            LocalDate start = Plans.day(turned, "next_invoice_date");
            Plans.prolonged(turned, offer, turned.number("periods") + 1);
            charges.add(Charge.period(turned, offer, start, Plans.day(turned, "next_invoice_date")));
        }
        if (!turned.equals(plan)) {
            plans.change(turned);
        }
    }

    private static void end(Plans plans, Doc plan) {
        plans.change(plan.copy().put("status", Plans.EXPIRED));
    }
}
