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
 * The plans that one account has or had.
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

    /** What was sold to somebody. */
    static Offer offer(Doc plan) {
        String type = plan.text("type");
        return PriceList.find(type).orElseThrow(() -> new ContractViolation("Nobody sells " + type));
    }

    /** All of them, whatever has become of them. */
    List<Doc> all() {
        return account.store().in(PLANS).list();
    }

    /** Those that have not ended, cancelled ones among them. */
    List<Doc> running() {
        return all().stream().filter(plan -> !isIn(plan, EXPIRED)).toList();
    }

    /** Those that have not ended and are beside the base plan. */
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

    /** Begins a plan today, in place of an ended one of that type. */
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

    /** The plan with so many periods since its beginning, of which the last is paid for as the plan is now. */
    static Doc prolonged(Doc plan, Offer offer, long periods) {
        LocalDate end = offer.term().after(day(plan, "service_effective_date"), periods);
        return plan.put("periods", periods)
                .put("next_invoice_date", end.toString())
                .put("paid_cents", offer.price(plan.number("hosts")));
    }

    /** What is paid for a whole period like the one that runs: as much as the plan has cost in it at its dearest. */
    static long paid(Doc plan) {
        return plan.number("paid_cents", offer(plan).price(plan.number("hosts")));
    }

    Doc change(Doc changed) {
        return account.store().update(PLANS, changed);
    }

    /** Has a plan be for so many hosts, or another plan in its place, within the same period. */
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

    /** Lets a plan end with its period. */
    void cancel(Doc plan, Doc farewell) {
        change(plan.copy().put("status", CANCELLED).take(farewell.only("reason", "comment")));
    }
}
