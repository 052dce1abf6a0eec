package io.greenroom.api.billing;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/** The add-on plans of an account, which exist beside its base plan. */
final class AddonHandler {
    private static final String SMALLEST_WEBINAR = "webinar100_";

    private final Subscribers subscribers;
    private final BillingCycle cycle;
    private final Purchase purchase;
    private final PlanUse use;

    AddonHandler(Subscribers subscribers, BillingCycle cycle, PlanUse use) {
        this.subscribers = subscribers;
        this.cycle = cycle;
        this.purchase = new Purchase(cycle);
        this.use = use;
    }

    void bind(Bindings on) {
        on.doc("accountPlanAddonCreate", this::create);
        on.done("accountPlanAddonUpdate", this::change);
        on.done("accountPlanAddonCancel", this::cancel);
    }

    private Doc create(Call call) {
        Call account = subscribers.require(call);
        subscribers.refuseBulk(call);
        subscribers.requireOwner(account);
        subscribers.refuseFree(account);
        List<Order> orders = wanted(call);
        purchase.check(call, account, orders, base(account));
        purchase.make(account, orders);
        return PlanViews.ordered(account);
    }

    private static List<Order> wanted(Call call) {
        Doc body = call.body();
        String type = body.text("type");
        if (!type.equals(PlanCategory.PHONE)) {
            return List.of(Order.addon(call, body));
        }
        List<Order> orders = body.optionalDoc("plan_details")
                .map(phone -> Order.phone(call, phone))
                .orElse(List.of());
        if (orders.isEmpty()) {
            throw call.refuse("plan-type-unknown", "newPlanCode", type);
        }
        return orders;
    }

    private static Optional<Offer> base(Call account) {
        return new Plans(account).base().map(Plans::offer);
    }

    private void change(Call call) {
        Call account = subscribers.require(call);
        subscribers.refuseBulk(call);
        subscribers.refuseFree(account);
        Plans plans = new Plans(account);
        if (plans.running().isEmpty()) {
            throw call.refuse("plan-subscription-missing");
        }
        subscribers.refuseFixed(account);
        if (plans.base().filter(base -> Plans.isIn(base, Plans.CANCELLED)).isPresent()) {
            throw call.refuse("plan-base-first");
        }
        Offer offer = known(call);
        Doc plan = subscribed(call, plans, offer);
        checkChange(call, account, plan, offer);
        Doc changed = plans.change(plan, offer, call.body().number("hosts"));
        cycle.begin(account, List.of(Charge.difference(plan, changed, Plans.today(account))));
    }

    private static Offer known(Call call) {
        String type = call.body().text("type");
        Offer offer = PriceList.find(type).orElseThrow(() -> call.refuse("plan-type-unknown", "newPlanCode", type));
        if (offer.part() == PlanCategory.BASE) {
            throw call.refuse("plan-type-invalid");
        }
        if (BillingAccount.bars(call, type)) {
            throw call.refuse("plan-product-barred");
        }
        return offer;
    }

    private static Doc subscribed(Call call, Plans plans, Offer offer) {
        List<Doc> active = plans.addons().stream()
                .filter(plan -> Plans.isIn(plan, Plans.ACTIVE))
                .toList();
        Optional<Doc> plan = active.stream()
                .filter(one -> one.text("type").equals(offer.type()))
                .findFirst();
        return plan.orElseThrow(() -> active.stream()
                .map(Plans::offer)
                .filter(offer::isOtherTermOf)
                .findFirst()
                .map(other ->
                        call.refuse("plan-types-differ", "oldPlanType", other.type(), "newPlanType", offer.type()))
                .orElseGet(() -> call.refuse("plan-not-subscribed", "oldPlanCode", offer.type())));
    }

    private void checkChange(Call call, Call account, Doc plan, Offer offer) {
        Order order = new Order(offer, offer.part(), call.body().number("hosts"), plan);
        order.checkHosts(call);
        Purchase.refuseUnfit(call, offer, base(account));
        if (offer.type().startsWith(SMALLEST_WEBINAR) && order.hosts() > plan.number("hosts")) {
            throw call.refuse("plan-webinar-smallest", "planCode", offer.type());
        }
        if (order.hosts() < use.of(account, offer)) {
            throw call.refuse("plan-change-failed");
        }
    }

    private void cancel(Call call) {
        Call account = subscribers.require(call);
        subscribers.refuseBulk(call);
        subscribers.requireOwner(account);
        subscribers.refuseBundle(account);
        String type = call.body().optionalText("type").orElseThrow(() -> call.refuse("plan-type-required"));
        subscribers.refuseFree(account);
        subscribers.refuseFixed(account);
        Plans plans = new Plans(account);
        for (Doc plan : named(call, plans, type)) {
            plans.cancel(plan, call.body());
        }
    }

    private static List<Doc> named(Call call, Plans plans, String type) {
        List<Doc> active = plans.addons().stream()
                .filter(plan -> Plans.isIn(plan, Plans.ACTIVE))
                .toList();
        if (type.equals(PlanCategory.PHONE)) {
            List<Doc> phone = active.stream()
                    .filter(plan -> PlanCategory.OF_PHONE.contains(PlanCategory.of(plan)))
                    .toList();
            if (phone.isEmpty()) {
                throw call.refuse("plan-phone-missing");
            }
            return phone;
        }
        return List.of(active.stream()
                .filter(plan -> plan.text("type").equals(type))
                .findFirst()
                .orElseThrow(() -> call.refuse("plan-not-there", "planCode", type)));
    }
}
