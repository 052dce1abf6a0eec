package io.greenroom.api.billing;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plans of one account, mainly its base plan. */
final class PlanHandler {
    private final Subscribers subscribers;
    private final BillingCycle cycle;
    private final Purchase purchase;
    private final PlanUse use;

    PlanHandler(Subscribers subscribers, BillingCycle cycle, PlanUse use) {
        this.subscribers = subscribers;
        this.cycle = cycle;
        this.purchase = new Purchase(cycle);
        this.use = use;
    }

    void bind(Bindings on) {
        on.doc("accountPlans", call -> PlanViews.subscribed(subscribers.require(call)));
        on.doc("accountPlanCreate", this::create);
        on.done("accountPlanBaseUpdate", this::changeBase);
        on.done("accountPlanBaseDelete", this::cancelBase);
    }

    private Doc create(Call call) {
        Call account = subscribers.require(call);
        subscribers.refuseBulk(call);
        subscribers.requireOwner(account);
        Plans plans = new Plans(account);
        if (plans.base().isPresent()) {
            throw call.refuse("plan-second-subscription");
        }
        if (!AccountPlan.isFree(account)) {
            throw call.refuse("plan-account-not-free");
        }
        Doc contact = call.as("BillingContact", call.body().doc("contact"));
        BillingContactHandler.check(call, contact);
        Order base = baseOf(call, account);
        List<Order> orders = new ArrayList<>(List.of(base));
        orders.addAll(addonsOf(call, account, base));
        BillingAccount.change(account.store(), known -> {
            known.put("contact", contact)
                    .put("trial_used", known.flag("trial_used") || base.offer().isTrial());
            return known;
        });
        purchase.make(account, orders);
        return PlanViews.ordered(account);
    }

    private Order baseOf(Call call, Call account) {
        Order base = Order.base(call, call.body().doc("plan_base"));
        if (BillingAccount.bars(call, base.offer().type())) {
            throw call.refuse("plan-barred");
        }
        if (base.offer().isTrial() && BillingAccount.of(account.store()).flag("trial_used")) {
            throw call.refuse("plan-trial-again");
        }
        base.checkHosts(call);
        if (base.offer().part() == PlanCategory.BASE && base.hosts() < use.paidUsers(account)) {
            throw call.refuse("plan-hosts-invalid");
        }
        return base;
    }

    private List<Order> addonsOf(Call call, Call account, Order base) {
        List<Order> addons = Order.addons(call, call.body());
        boolean rooms = addons.stream().anyMatch(order -> order.part() == PlanCategory.ROOMS);
        if (rooms && BillingAccount.of(account.store()).flag("special_pricing")) {
            throw call.refuse("plan-rooms-special");
        }
        purchase.check(call, account, addons, Optional.of(base.offer()));
        return addons;
    }

    private void changeBase(Call call) {
        Call account = subscribers.require(call);
        subscribers.refuseBulk(call);
        subscribers.requireOwner(account);
        subscribers.refuseBundle(account);
        Plans plans = new Plans(account);
        Doc base = plans.base()
                .filter(plan -> Plans.isIn(plan, Plans.ACTIVE))
                .orElseThrow(() -> call.refuse("plan-none-yet"));
        subscribers.refuseFixed(account);
        Order order = Order.base(call, call.body());
        checkChange(call, account, Plans.offer(base), order);
        Doc changed = plans.change(base, order.offer(), order.hosts());
        cycle.begin(account, List.of(Charge.difference(base, changed, Plans.today(account))));
    }

    private void checkChange(Call call, Call account, Offer former, Order order) {
        Offer offer = order.offer();
        if (offer.isTrial()) {
            throw call.refuse("plan-not-trial");
        }
        if (offer.term() != former.term() || offer.part() != former.part()) {
            throw call.refuse("plan-types-differ", "oldPlanType", former.type(), "newPlanType", offer.type());
        }
        if (BillingAccount.bars(call, offer.type())) {
            throw call.refuse("plan-barred");
        }
        order.checkHosts(call, tooFew(offer));
        long users = use.paidUsers(account);
        if (offer.part() == PlanCategory.BASE && order.hosts() < users) {
            throw call.refuse("plan-users-many", "users", users);
        }
    }

    private static String tooFew(Offer offer) {
        if (offer.isBusiness()) {
            return "plan-business-few";
        }
        return offer.isEducation() ? "plan-education-few" : "plan-hosts-few";
    }

    private void cancelBase(Call call) {
        Call account = subscribers.require(call);
        subscribers.refuseBulk(call);
        subscribers.requireOwner(account);
        subscribers.refuseBundle(account);
        subscribers.refuseFree(account);
        Plans plans = new Plans(account);
        Doc base = plans.base().orElseThrow(() -> call.refuse("plan-major-missing"));
        subscribers.refuseFixed(account);
        if (Plans.isIn(base, Plans.CANCELLED)) {
            throw call.refuse("plan-not-there", "planCode", base.text("type"));
        }
        if (plans.addons().stream().anyMatch(plan -> Plans.isIn(plan, Plans.ACTIVE))) {
            throw call.refuse("plan-addons-first");
        }
        plans.cancel(base, call.body());
    }
}
