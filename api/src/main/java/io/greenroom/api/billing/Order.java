package io.greenroom.api.billing;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An order of a plan.
 *
 * @param offer the ordered plan
 * @param part its category in the account; Zoom Rooms can be the base plan
 * @param hosts the number of hosts
 * @param details countries and numbers, where there are any
 */
record Order(Offer offer, PlanCategory part, long hosts, Doc details) {

    /** The order of a base plan. */
    static Order base(Call call, Doc wanted) {
        Offer offer = PriceList.find(wanted.text("type"))
                .filter(Offer::isBase)
                .orElseThrow(() -> call.refuse("plan-base-unknown"));
        return new Order(offer, PlanCategory.BASE, wanted.number("hosts"), wanted);
    }

    /** The orders of all add-ons to a base plan. */
    static List<Order> addons(Call call, Doc wanted) {
        List<Order> orders = new ArrayList<>();
        Consumer<Order> add = orders::add;
        wanted.optionalDoc("plan_zoom_rooms")
                .map(plan -> of(call, PlanCategory.ROOMS, plan))
                .ifPresent(add);
        wanted.optionalDoc("plan_room_connector")
                .map(plan -> of(call, PlanCategory.ROOM_CONNECTOR, plan))
                .ifPresent(add);
        for (PlanCategory part : List.of(PlanCategory.LARGE_MEETING, PlanCategory.WEBINAR)) {
            wanted.docs(part.field()).forEach(plan -> orders.add(of(call, part, plan)));
        }
        wanted.optionalText("plan_recording").map(type -> recording(call, type)).ifPresent(add);
        wanted.optionalDoc("plan_audio").map(plan -> audio(call, plan)).ifPresent(add);
        wanted.optionalDoc(PlanCategory.PHONE).ifPresent(phone -> orders.addAll(phone(call, phone)));
        return orders;
    }

    /** The orders of the plans of Zoom Phone. */
    static List<Order> phone(Call call, Doc wanted) {
        List<Order> orders = new ArrayList<>();
        wanted.optionalDoc(PlanCategory.PHONE_BASE.field())
                .ifPresent(plan -> orders.add(of(call, PlanCategory.PHONE_BASE, plan, 1)));
        for (PlanCategory part : List.of(PlanCategory.PHONE_CALLING, PlanCategory.PHONE_NUMBER)) {
            wanted.docs(part.field()).forEach(plan -> orders.add(of(call, part, plan)));
        }
        return orders;
    }

    /** The order of one add-on of any category. */
    static Order addon(Call call, Doc wanted) {
        String type = wanted.text("type");
        Offer offer = PriceList.find(type)
                .filter(found -> found.part() != PlanCategory.BASE)
                .orElseThrow(() -> call.refuse("plan-type-unknown", "newPlanCode", type));
        if (!wanted.has("hosts")) {
            throw call.refuse("plan-hosts-invalid");
        }
        return new Order(offer, offer.part(), wanted.number("hosts"), wanted.only("type"));
    }

    private static Order of(Call call, PlanCategory part, Doc wanted) {
        return of(call, part, wanted, wanted.number("hosts", 1));
    }

    private static Order of(Call call, PlanCategory part, Doc wanted, long hosts) {
        String type = wanted.text("type");
        Offer offer = PriceList.find(type)
                .filter(found -> found.part() == part)
                .orElseThrow(() -> call.refuse("plan-type-unknown", "newPlanCode", type));
        return new Order(offer, part, hosts, wanted);
    }

    private static Order recording(Call call, String type) {
        Offer offer = PriceList.find(type)
                .filter(found -> found.part() == PlanCategory.RECORDING)
                .orElseThrow(() -> call.refuse("plan-recording-unknown"));
        return new Order(offer, PlanCategory.RECORDING, 1, call.blank("PlanOrder"));
    }

    private static Order audio(Call call, Doc wanted) {
        String type = wanted.text("type");
        Offer offer = PriceList.find(type)
                .filter(found -> found.part() == PlanCategory.AUDIO)
                .orElseThrow(() -> call.refuse("plan-audio-unknown", "planCode", type));
        boolean anywhere = List.of("tollfree_countries", "premium_countries", "callout_countries").stream()
                .anyMatch(countries -> !wanted.text(countries, "").isBlank());
        if (!anywhere) {
            throw call.refuse("plan-audio-empty");
        }
        return new Order(offer, PlanCategory.AUDIO, 1, wanted);
    }

    /** Refuses more or fewer hosts than the offer allows. */
    void checkHosts(Call call, String tooFew) {
        if (hosts > Offer.Hosts.LIMIT) {
            throw call.refuse("plan-hosts-most");
        }
        if (hosts < offer.hosts().least()) {
            throw call.refuse(tooFew, "minBuyHost", offer.hosts().least());
        }
        if (hosts > offer.hosts().most()) {
            throw call.refuse("plan-hosts-many", "maxBuyHost", offer.hosts().most());
        }
    }

    void checkHosts(Call call) {
        checkHosts(call, "plan-hosts-few");
    }
}
