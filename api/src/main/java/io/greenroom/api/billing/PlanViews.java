package io.greenroom.api.billing;

import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the responses about an account's plans. */
final class PlanViews {
    private PlanViews() {}

    /** The plans with their dates, including ended ones. */
    static Doc subscribed(Call account) {
        List<Doc> all = new Plans(account).all();
        Doc view = account.blank("SubscribedPlans");
        all.forEach(plan -> add(account, view, plan, true));
        base(account).ifPresent(base -> view.putIfAbsent("plan_base", account.as("SubscribedPlan", base)));
        return view;
    }

    /** The plans that have not ended, in the form of an order. */
    static Doc ordered(Call account) {
        Doc view = account.blank("OrderedPlans");
        new Plans(account).running().forEach(plan -> add(account, view, plan, false));
        base(account).ifPresent(base -> view.putIfAbsent("plan_base", account.as("BasePlanOrder", base)));
        return view;
    }

    /** The running base plan, or the known data of one that was not bought here. */
    static Optional<Doc> base(Call account) {
        return new Plans(account).base().or(() -> given(account));
    }

    /** The base plan of an account that was paid elsewhere, with the number of licences in its row. */
    private static Optional<Doc> given(Call account) {
        Doc row = AccountPlan.row(account);
        return Optional.of(row).filter(AccountFeatures::isPaid).map(paid -> account.blank("SubscribedPlan")
                .put("type", paid.text("plan"))
                .put("hosts", Optional.ofNullable(row.get("licences")))
                .put("status", Plans.ACTIVE));
    }

    private static void add(Call account, Doc view, Doc plan, boolean dated) {
        PlanCategory part = PlanCategory.of(plan);
        Doc shown = account.as(schema(part, dated), plan);
        switch (part) {
            case BASE, ROOMS, ROOM_CONNECTOR, AUDIO -> put(view, part, plan, shown);
            case LARGE_MEETING, WEBINAR -> append(view, part, shown);
            case RECORDING -> addRecording(view, plan);
            case PHONE_BASE -> put(view.within(PlanCategory.PHONE), part, plan, shown);
            case PHONE_CALLING, PHONE_NUMBER -> append(view.within(PlanCategory.PHONE), part, shown);
        }
    }

    private static String schema(PlanCategory part, boolean dated) {
        return switch (part) {
            case AUDIO -> dated ? "SubscribedAudioPlan" : "AudioPlanOrder";
            case PHONE_BASE -> dated ? "SubscribedPhoneBase" : "PhoneBaseOrder";
            case BASE, ROOMS, ROOM_CONNECTOR, LARGE_MEETING, WEBINAR, RECORDING, PHONE_CALLING, PHONE_NUMBER ->
                dated ? "SubscribedPlan" : "PlanOrder";
        };
    }

    /** In a category with one plan only, a running plan takes precedence over an ended one. */
    private static void put(Doc view, PlanCategory part, Doc plan, Doc shown) {
        if (!view.has(part.field()) || !Plans.isIn(plan, Plans.EXPIRED)) {
            view.put(part.field(), shown);
        }
    }

    private static void append(Doc view, PlanCategory part, Doc shown) {
        List<Doc> others = view.docs(part.field());
        List<Doc> more = new ArrayList<>(others);
        more.add(shown);
        view.put(part.field(), more);
    }

    private static void addRecording(Doc view, Doc plan) {
        if (Plans.isIn(plan, Plans.EXPIRED)) {
            return;
        }
        view.put("plan_recording", plan.text("type"));
        if (view.mayHold("plan_recording_status")) {
            view.put("plan_recording_service_effective_date", plan.text("service_effective_date"))
                    .put("plan_recording_next_invoice_date", plan.text("next_invoice_date"))
                    .put("plan_recording_status", Plans.isIn(plan, Plans.CANCELLED) ? "Cancelled" : "Active");
        }
    }
}
