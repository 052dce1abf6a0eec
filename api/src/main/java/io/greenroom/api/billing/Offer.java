package io.greenroom.api.billing;

/**
 * A plan that can be bought.
 *
 * @param type the plan type in the API
 * @param title the name on invoices
 * @param part the category
 * @param term the length of a period
 * @param cents the price of one host for a period, in cents of US dollars
 * @param size the capacity of a meeting, or the storage in gigabytes; 0 for other plans
 * @param hosts how many hosts may be bought
 */
record Offer(String type, String title, PlanCategory part, Term term, long cents, long size, Hosts hosts) {
    /** The minimum and maximum number of hosts of an offer. */
    record Hosts(long least, long most) {
        /** The maximum number of hosts that the API accepts. */
        static final long LIMIT = 9999;

        static final Hosts ANY = new Hosts(1, LIMIT);
    }

    /** The price of a number of hosts for a period, in cents. */
    long price(long hosts) {
        return cents * hosts;
    }

    /** Whether it can be a base plan. */
    boolean isBase() {
        return part == PlanCategory.BASE || part == PlanCategory.ROOMS;
    }

    boolean isTrial() {
        return term == Term.TRIAL;
    }

    boolean isBusiness() {
        return type.startsWith("business_");
    }

    boolean isEducation() {
        return type.startsWith("edu");
    }

    /** Whether it is charged by usage. */
    boolean isPayAsYouGo() {
        return type.endsWith("_payongo");
    }

    /** Whether it is the same product with another term. */
    boolean isOtherTermOf(Offer other) {
        return part == other.part && term != other.term && product().equals(other.product());
    }

    private String product() {
        return title.substring(0, title.lastIndexOf(' '));
    }

    /** The value of {@code plan} in the row of an account with this base plan. */
    String plan() {
        return isBusiness() || isEducation() ? "business" : "pro";
    }
}
