package io.greenroom.kernel;

import io.greenroom.contract.Feature;
import io.greenroom.kernel.doc.Doc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The features of an account. They are listed in its row, except {@link #PAID}, which follows from the plan so that the
 * list cannot contradict it.
 */
public final class AccountFeatures {
    /** The feature of every account whose plan is not free. */
    public static final String PAID = "paid";

    private static final String FREE = "free";

    private static final String SUB_ACCOUNTS = "sub_accounts";

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

    /** The features that a new account has by default: what its plan includes. */
    public static List<String> initial(String plan, Collection<Feature> known) {
        return known.stream()
                .filter(feature -> feature.isIn(plan))
                .map(Feature::name)
                .toList();
    }

    /** The features that a new sub account has by default, from its master account's row. */
    public static List<String> inherited(Doc master) {
        return master.texts("features").stream()
                .filter(feature -> !feature.equals(PAID) && !feature.equals(SUB_ACCOUNTS))
                .toList();
    }
}
