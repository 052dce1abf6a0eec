package io.greenroom.kernel.limits;

import io.greenroom.kernel.Breach;
import io.greenroom.kernel.Doc;

/** The plans that the rate limits tell apart. Business stands for Education, Enterprise and Partners too. */
enum Plan {
    FREE,
    PRO,
    BUSINESS;

    /** The plan of an account; one that has subscribed to none is free. */
    static Plan of(Doc account) {
        String plan = account.text("plan", "free");
        return switch (plan) {
            case "free" -> FREE;
            case "pro" -> PRO;
            case "business", "enterprise" -> BUSINESS;
            default -> throw new Breach("No rate limits for the plan " + plan + " of the account " + account.id());
        };
    }
}
