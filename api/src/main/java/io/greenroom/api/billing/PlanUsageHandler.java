package io.greenroom.api.billing;

import io.greenroom.api.accounts.AccountAccess;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import java.util.Optional;

/** The usage of an account's plans. */
final class PlanUsageHandler {
    /** Gigabytes of recordings that each host of a base plan includes. Our guess. */
    private static final long FREE_GIGABYTES = 1;

    private final PlanUse use;

    PlanUsageHandler(PlanUse use) {
        this.use = use;
    }

    void bind(Bindings on) {
        on.doc("getPlanUsage", this::show);
    }

    private Doc show(Call call) {
        Call account = AccountAccess.asked(call);
        if (!account.store().account().equals(call.store().account())) {
            requireMaster(call);
        }
        Doc base = PlanViews.base(account).orElseThrow(() -> call.refuse("account-unpaid"));
        List<Doc> running = new Plans(account).running();
        return account.blank("PlanUsages")
                .put("plan_base", List.of(base(account, base)))
                .put("plan_webinar", usages(account, running, PlanCategory.WEBINAR))
                .put("plan_large_meeting", usages(account, running, PlanCategory.LARGE_MEETING))
                .put("plan_zoom_rooms", usages(account, running, PlanCategory.ROOMS))
                .put("plan_recording", recording(account, base, running));
    }

    private static void requireMaster(Call call) {
        if (!call.caller().holdsAny(List.of("billing:master"))) {
            throw call.refuse("scope-missing", "scopes", "billing:master");
        }
        if (!call.has("partner")) {
            throw call.refuse("not-a-master");
        }
    }

    /** Without {@code hosts} for an account whose row has no number of licences: it is unlimited. */
    private Doc base(Call account, Doc base) {
        return account.blank("PlanUsage")
                .put("type", base.text("type"))
                .put("hosts", Optional.ofNullable(base.get("hosts")))
                .put("usage", use.paidUsers(account));
    }

    private List<Doc> usages(Call account, List<Doc> running, PlanCategory part) {
        return running.stream()
                .filter(plan -> PlanCategory.of(plan) == part)
                .map(plan -> account.blank("PlanUsage")
                        .put("type", plan.text("type"))
                        .put("hosts", plan.number("hosts"))
                        .put("usage", use.of(account, Plans.offer(plan))))
                .toList();
    }

    /** Recordings are not built yet, so the usage is always zero. */
    private static Doc recording(Call account, Doc base, List<Doc> running) {
        Optional<Offer> bought = running.stream()
                .map(Plans::offer)
                .filter(offer -> offer.part() == PlanCategory.RECORDING)
                .findFirst();
        return account.blank("RecordingUsage")
                .put("type", bought.map(Offer::type))
                .put("free_storage", base.number("hosts", 1) * FREE_GIGABYTES + " GB")
                .put("free_storage_usage", "0")
                .put("plan_storage", bought.map(offer -> offer.size() + " GB").orElse("0"))
                .put("plan_storage_usage", "0")
                .put("plan_storage_exceed", "0");
    }
}
