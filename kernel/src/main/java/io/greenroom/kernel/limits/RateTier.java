package io.greenroom.kernel.limits;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;

/** The plans that the rate limits tell apart. Business stands for Education, Enterprise and Partners too. */
enum RateTier {
    FREE,
    PRO,
    BUSINESS;

    /** The plan of an account; one that has subscribed to none is free. */
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
