package io.greenroom.api.billing;

import io.greenroom.api.users.Users;
import io.greenroom.api.users.facts.PlanChanged;
import io.greenroom.kernel.ApiGroup;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.store.Table;
import java.util.List;

/** The Billing group: plans that a master account buys for its sub accounts. */
public final class BillingGroup implements ApiGroup {
    private final Users users;

    public BillingGroup(Users users) {
        this.users = users;
    }

    @Override
    public List<Table> tables() {
        return List.of(BillingAccount.ACCOUNTS, Plans.PLANS, Invoices.INVOICES);
    }

    @Override
    public void bind(Bindings on) {
        on.publishes(PlanChanged.class);
        Subscribers subscribers = new Subscribers(users);
        PlanUse use = new PlanUse(users);
        BillingCycle cycle = new BillingCycle();
        cycle.bind(on);
        new BillingContactHandler(subscribers).bind(on);
        new PlanHandler(subscribers, cycle, use).bind(on);
        new AddonHandler(subscribers, cycle, use).bind(on);
        new PlanUsageHandler(use).bind(on);
        new InvoiceHandler().bind(on);
        new BillingControl().bind(on);
    }
}
