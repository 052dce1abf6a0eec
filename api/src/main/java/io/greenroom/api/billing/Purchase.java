package io.greenroom.api.billing;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks orders of add-ons, and executes orders. */
final class Purchase {
    private final BillingCycle cycle;

    Purchase(BillingCycle cycle) {
        this.cycle = cycle;
    }

    /**
     * Refuses invalid orders.
     *
     * @param base the present or ordered base plan; empty when it was not bought here
     */
    void check(Call call, Call account, List<Order> orders, Optional<Offer> base) {
        Plans plans = new Plans(account);
        Set<Object> taken = new HashSet<>();
        plans.addons().forEach(plan -> taken.add(place(PlanCategory.of(plan), plan.text("type"))));
        for (Order order : orders) {
            checkOffer(call, order, base);
            if (!taken.add(place(order.part(), order.offer().type()))) {
                throw call.refuse(
                        "plan-already-there", "planCode", order.offer().type());
            }
        }
    }

    private static void checkOffer(Call call, Order order, Optional<Offer> base) {
        Offer offer = order.offer();
        if (BillingAccount.bars(call, offer.type())) {
            throw call.refuse("plan-addon-barred");
        }
        order.checkHosts(call);
        if (order.part() == PlanCategory.ROOMS
                && base.filter(of -> of.part() == PlanCategory.ROOMS).isPresent()) {
            throw call.refuse("plan-rooms-twice");
        }
        refuseUnfit(call, offer, base);
    }

    /** Refuses plans charged by usage beside a base plan that is too small for them. */
    static void refuseUnfit(Call call, Offer offer, Optional<Offer> base) {
        if (offer.isPayAsYouGo()
                && base.filter(of -> !of.plan().equals("business")).isPresent()) {
            throw call.refuse("plan-audio-base");
        }
    }

    /** The key that only one plan can have: the type, or the category if it allows one plan only. */
    private static Object place(PlanCategory part, String type) {
        return part.several() ? type : part;
    }

    /** Starts the plans and charges for their first periods. */
    void make(Call account, List<Order> orders) {
        Plans plans = new Plans(account);
        List<Charge> charges = new ArrayList<>();
        for (Order order : orders) {
            Doc plan = plans.begin(order);
            charges.add(Charge.period(plan, order.offer(), Plans.today(account), Plans.day(plan, "next_invoice_date")));
        }
        cycle.begin(account, charges);
    }
}
