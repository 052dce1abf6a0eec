package io.greenroom.kernel.limits;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;

/** The plans that rate limits distinguish. Business includes Education, Enterprise and Partners. */
enum RateTier {
    FREE,
    PRO,
    BUSINESS;

    /** The tier of an account; without a subscription it is free. */
    static RateTier of(Doc account) {
        String plan = account.text("plan", "free");
        return switch (plan) {
            case "free" -> FREE;
            case "pro" -> PRO;
            case "business", "enterprise" -> BUSINESS;
            default ->
                throw new ContractViolation("No rate limits for the plan " + plan + " of the account " + account.id());
        };
    }
}
