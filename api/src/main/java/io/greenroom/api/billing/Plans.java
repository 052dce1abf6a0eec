package io.greenroom.api.billing;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The current and former plans of one account.
 *
 * @param account a call in that account
 */
record Plans(Call account) {
    static final Table PLANS =
            Table.of("subscribed_plans", "SubscribedPlanRecord").key("type");

    static final String ACTIVE = "active";
    static final String CANCELLED = "cancel";
    static final String EXPIRED = "expired";

    static LocalDate today(Call account) {
        return LocalDate.ofInstant(account.now(), ZoneOffset.UTC);
    }

    static LocalDate day(Doc document, String field) {
        return LocalDate.parse(document.text(field));
    }

    /** The offer of a stored plan. */
    static Offer offer(Doc plan) {
        String type = plan.text("type");
        return PriceList.find(type).orElseThrow(() -> new ContractViolation("Nobody sells " + type));
    }

    /** All plans, in any status. */
    List<Doc> all() {
        return account.store().in(PLANS).list();
    }

    /** The plans that have not ended, including cancelled ones. */
    List<Doc> running() {
        return all().stream().filter(plan -> !isIn(plan, EXPIRED)).toList();
    }

    /** The add-ons that have not ended. */
    List<Doc> addons() {
        return running().stream()
                .filter(plan -> PlanCategory.of(plan) != PlanCategory.BASE)
                .toList();
    }

    List<Doc> running(PlanCategory part) {
        return running().stream().filter(plan -> PlanCategory.of(plan) == part).toList();
    }

    Optional<Doc> running(String type) {
        return account.store().find(PLANS, type).filter(plan -> !isIn(plan, EXPIRED));
    }

    Optional<Doc> base() {
        return running(PlanCategory.BASE).stream().findFirst();
    }

    static boolean isIn(Doc plan, String status) {
        return plan.text("status").equals(status);
    }

    /** Starts a plan today and replaces an ended one of the same type. */
    Doc begin(Order order) {
        account.store().find(PLANS, order.offer().type()).ifPresent(ended -> account.store()
                .delete(PLANS, ended));
        LocalDate today = today(account);
        Doc plan = account.blank(PLANS)
                .take(order.details())
                .put("type", order.offer().type())
                .put("part", order.part().name())
                .put("hosts", order.hosts())
                .put("service_effective_date", today.toString())
                .put("status", ACTIVE)
                .put("charge_number", BillingAccount.nextCharge(account));
        return account.store().insert(PLANS, prolonged(plan, order.offer(), 1));
    }

    /** Sets the number of periods since the plan's start; the last one is paid at the plan's current price. */
    static Doc prolonged(Doc plan, Offer offer, long periods) {
        LocalDate end = offer.term().after(day(plan, "service_effective_date"), periods);
        return plan.put("periods", periods)
                .put("next_invoice_date", end.toString())
                .put("paid_cents", offer.price(plan.number("hosts")));
    }

    /** The amount paid for the running period in full: the plan's highest price in it. */
    static long paid(Doc plan) {
        return plan.number("paid_cents", offer(plan).price(plan.number("hosts")));
    }

    Doc change(Doc changed) {
        return account.store().update(PLANS, changed);
    }

    /** Changes the number of hosts, or replaces the plan by another, within the same period. */
    Doc change(Doc plan, Offer offer, long hosts) {
        Doc changed = account.blank(PLANS)
                .take(plan)
                .put("type", offer.type())
                .put("hosts", hosts)
                .put("paid_cents", Math.max(paid(plan), offer.price(hosts)));
        return offer.equals(offer(plan)) ? change(plan.copy().take(changed)) : replace(plan, changed, offer);
    }

    private Doc replace(Doc plan, Doc successor, Offer offer) {
        successor.put("charge_number", BillingAccount.nextCharge(account));
        account.store().delete(PLANS, plan);
        account.store().find(PLANS, offer.type()).ifPresent(ended -> account.store()
                .delete(PLANS, ended));
        return account.store().insert(PLANS, successor);
    }

    /** Cancels a plan at the end of its period. */
    void cancel(Doc plan, Doc farewell) {
        change(plan.copy().put("status", CANCELLED).take(farewell.only("reason", "comment")));
    }
}
