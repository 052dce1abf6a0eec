package io.greenroom.contract;

import java.util.List;

/**
 * A feature that can be enabled for an account, such as {@code tsp}.
 *
 * @param name as operations refer to it in {@code needs}
 * @param title a few words for people
 * @param failure the name of the failure when it is disabled
 * @param plan the smallest plan that includes it
 */
public record Feature(String name, String title, String failure, String plan) {
    /** The plans of accounts, the smallest first. */
    public static final List<String> PLANS = List.of("free", "pro", "business", "enterprise");

    /** Whether a plan includes the feature. */
    public boolean isIn(String other) {
        return PLANS.indexOf(other) >= PLANS.indexOf(plan);
    }
}
