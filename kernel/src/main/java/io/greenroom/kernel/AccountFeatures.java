package io.greenroom.kernel;

import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The features of an account. They are listed in its row, except {@link #PAID}, which follows from the plan so that the
 * list cannot contradict it.
 */
public final class AccountFeatures {
    /** The feature of every account whose plan is not free. */
    public static final String PAID = "paid";

    private static final String FREE = "free";

    /** Features that an account does not get by default while its plan is free. */
    private static final Set<String> NOT_FREE = Set.of(PAID, "sub_accounts");

    private AccountFeatures() {}

    /** The enabled features, from an account's row. */
    public static List<String> of(Doc account) {
        List<String> features = new ArrayList<>(account.texts("features"));
        if (!isPaid(account)) {
            features.remove(PAID);
        } else if (!features.contains(PAID)) {
            features.add(PAID);
        }
        return features;
    }

    /** Whether an account has a feature, from its row. */
    public static boolean has(Doc account, String feature) {
        return feature.equals(PAID)
                ? isPaid(account)
                : account.texts("features").contains(feature);
    }

    /** Whether an account's plan is not free; an account without a plan counts as free. */
    public static boolean isPaid(Doc account) {
        return !account.text("plan", FREE).equals(FREE);
    }

    /** The features that a new account has by default. */
    public static List<String> initial(String plan, Collection<String> known) {
        return known.stream()
                .filter(feature -> !plan.equals(FREE) || !NOT_FREE.contains(feature))
                .toList();
    }
}
