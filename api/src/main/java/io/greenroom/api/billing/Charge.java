package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What an invoice asks for.
 *
 * @param name what it is for
 * @param number tells it from other charges of the account
 * @param hosts for how many
 * @param cents without the tax
 * @param start the first day
 * @param end the day after the last
 */
record Charge(String name, String number, long hosts, long cents, LocalDate start, LocalDate end) {

    /** A whole period of a plan. */
    static Charge period(Doc plan, Offer offer, LocalDate start, LocalDate end) {
        long hosts = plan.number("hosts");
        return new Charge(offer.title(), plan.text("charge_number"), hosts, offer.price(hosts), start, end);
    }

    /**
     * What a larger plan costs more for the days that are left of a period that is paid for; nothing for a smaller one,
     * for there are no refunds, nor for one that has been as large before, for nobody pays twice.
     *
     * @param before the plan as it was
     * @param after the plan as it is
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
