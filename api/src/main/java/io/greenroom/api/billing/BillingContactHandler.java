package io.greenroom.api.billing;

import io.greenroom.contract.Property;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.countries.Country;

/** The billing contact of an account. */
final class BillingContactHandler {
    private final Subscribers subscribers;

    BillingContactHandler(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    void bind(Bindings on) {
        on.doc("accountBilling", call -> subscribers.contact(subscribers.require(call)));
        on.done("accountBillingUpdate", this::change);
    }

    private void change(Call call) {
        Call account = subscribers.require(call);
        if (AccountPlan.isFree(account)) {
            throw call.refuse("billing-plan-first");
        }
        Doc contact = subscribers.contact(account).take(call.body());
        for (Property property : contact.schema().properties()) {
            if (property.required()
                    && call.body().mayHold(property.name())
                    && call.body().isNull(property.name())) {
                throw call.refuse("billing-contact-invalid", "field", property.name());
            }
        }
        check(call, contact);
        BillingAccount.change(account.store(), known -> known.put("contact", contact));
    }

    /** Refuses unknown countries, and states that do not belong to the country. */
    static void check(Call call, Doc contact) {
        String country = contact.text("country", "");
        String state = contact.text("state", "");
        if (!country.isEmpty() && Country.of(country).isEmpty()) {
            throw call.refuse("billing-country-invalid", "country", country);
        }
        if (!state.isEmpty() && !UsStates.allow(country, state)) {
            throw call.refuse("billing-state-invalid", "state", state);
        }
    }
}
