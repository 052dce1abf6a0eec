package io.greenroom.api.billing;

import io.greenroom.api.accounts.SubscriptionTimes;
import io.greenroom.api.users.facts.PlanChanged;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.parts.policies.UserPolicy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Applies an account's plans: to its row, to the dates in its master account's list, and to the number of users that
 * may have meetings of each size.
 */
final class AccountPlan {
    private static final String FREE = "free";

    private AccountPlan() {}

    static boolean isFree(Call account) {
        return !AccountFeatures.isPaid(row(account));
    }

    /** The account's current row, which may differ from the one that the call began with. */
    static Doc row(Call account) {
        return account.store()
                .find(KernelTables.ACCOUNTS, account.store().account())
                .orElseThrow(() -> new ContractViolation("No account is in reach that has no row"));
    }

    /** Updates the account after its plans have changed. */
    static void settle(Call account) {
        Plans plans = new Plans(account);
        List<Doc> all = plans.all();
        Doc row = row(account).copy();
        boolean baseBought = all.stream().anyMatch(plan -> PlanCategory.of(plan) == PlanCategory.BASE);
        if (baseBought) {
            Optional<Doc> base = plans.base();
            row.put("plan", base.map(plan -> Plans.offer(plan).plan()).orElse(FREE));
            row.put("licences", base.map(plan -> plan.number("hosts")).orElse(0L));
            SubscriptionTimes.set(
                    account.store(), time(base, "service_effective_date"), time(base, "next_invoice_date"));
        }
        row.put("features", features(row, all, plans.running(), baseBought));
        boolean wasPaid = AccountFeatures.isPaid(row(account));
        Doc stored = account.store().update(KernelTables.ACCOUNTS, row);
        if (AccountFeatures.isPaid(stored) != wasPaid) {
            account.publish(new PlanChanged(stored));
        }
        allowSizes(account, "webinar_licences", all, PlanCategory.WEBINAR);
        allowSizes(account, "large_licences", all, PlanCategory.LARGE_MEETING);
    }

    private static Optional<Instant> time(Optional<Doc> plan, String day) {
        return plan.map(
                found -> Plans.day(found, day).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static void allowSizes(Call account, String licences, List<Doc> all, PlanCategory part) {
        List<Doc> sizes = sizes(account, all, part);
        if (!sizes.isEmpty()) {
            UserPolicy.change(account.store(), policy -> policy.put(licences, sizes));
        }
    }

    /**
     * Features of plans exist while the plans run. An account whose base plan was not bought here keeps the features it
     * had, except those of plan categories that it has bought here.
     */
    private static Set<String> features(Doc row, List<Doc> all, List<Doc> running, boolean baseBought) {
        Set<String> features = new LinkedHashSet<>(row.texts("features"));
        Set<PlanCategory> bought = all.stream().map(PlanCategory::of).collect(Collectors.toSet());
        for (PlanCategory part : PlanCategory.values()) {
            if (baseBought || bought.contains(part)) {
                part.feature().ifPresent(features::remove);
            }
        }
        running.forEach(plan -> Plans.offer(plan).part().feature().ifPresent(features::add));
        running.forEach(plan -> PlanCategory.of(plan).feature().ifPresent(features::add));
        if (baseBought) {
            turn(features, "dashboard", running, plan -> Plans.offer(plan)
                    .plan()
                    .equals("business"));
        }
        return features;
    }

    private static void turn(Set<String> features, String feature, List<Doc> running, Predicate<Doc> brings) {
        features.remove(feature);
        if (running.stream().anyMatch(brings)) {
            features.add(feature);
        }
    }

    /** The number of hosts for each size that was ever bought; zero for sizes whose plans have ended. */
    private static List<Doc> sizes(Call account, List<Doc> all, PlanCategory part) {
        List<Doc> sizes = new ArrayList<>();
        long[] known = all.stream()
                .filter(plan -> PlanCategory.of(plan) == part)
                .mapToLong(plan -> Plans.offer(plan).size())
                .distinct()
                .toArray();
        Arrays.stream(known)
                .forEach(size -> sizes.add(
                        account.blank("CapacityLicences").put("capacity", size).put("count", hosts(all, part, size))));
        return sizes;
    }

    private static long hosts(List<Doc> all, PlanCategory part, long size) {
        return all.stream()
                .filter(plan ->
                        PlanCategory.of(plan) == part && Plans.offer(plan).size() == size)
                .filter(plan -> !Plans.isIn(plan, Plans.EXPIRED))
                .mapToLong(plan -> plan.number("hosts"))
                .sum();
    }
}
