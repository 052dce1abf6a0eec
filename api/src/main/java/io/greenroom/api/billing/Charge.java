package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A charge on an invoice.
 *
 * @param name the charged plan's title
 * @param number identifies the charge in the account
 * @param hosts the number of hosts
 * @param cents without the tax
 * @param start the first day
 * @param end the day after the last
 */
record Charge(String name, String number, long hosts, long cents, LocalDate start, LocalDate end) {

    /** The charge for a whole period of a plan. */
    static Charge period(Doc plan, Offer offer, LocalDate start, LocalDate end) {
        long hosts = plan.number("hosts");
        return new Charge(offer.title(), plan.text("charge_number"), hosts, offer.price(hosts), start, end);
    }

    /**
     * The prorated extra price of a larger plan for the remaining days of the paid period. Zero for a smaller plan,
     * because there are no refunds, and up to a size that is already paid for in this period.
     *
     * @param before the plan before the change
     * @param after the plan after the change
     */
    static Charge difference(Doc before, Doc after, LocalDate today) {
        Offer former = Plans.offer(before);
        Offer offer = Plans.offer(after);
        LocalDate end = Plans.day(before, "next_invoice_date");
        LocalDate start =
                former.term().after(Plans.day(before, "service_effective_date"), before.number("periods") - 1);
        long more = Plans.paid(after) - Plans.paid(before);
        long left = ChronoUnit.DAYS.between(today, end);
        long cents = Money.share(more, left, ChronoUnit.DAYS.between(start, end));
        long hosts = former.equals(offer) && more > 0 ? Math.ceilDiv(more, offer.cents()) : after.number("hosts");
        return new Charge(offer.title(), after.text("charge_number"), hosts, cents, today, end);
    }
}
