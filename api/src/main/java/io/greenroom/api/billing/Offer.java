package io.greenroom.api.billing;

/**
 * A plan that can be bought.
 *
 * @param type what the API calls it
 * @param title what an invoice calls it
 * @param part what it is for
 * @param term how long a period is
 * @param cents the price of one host for a period, in cents of US dollars
 * @param size how many people a meeting may have, or how many gigabytes can be kept; 0 where there is no such thing
 * @param hosts how many hosts may be bought
 */
record Offer(String type, String title, PlanCategory part, Term term, long cents, long size, Hosts hosts) {
    /** The least and the most hosts of an offer. */
    record Hosts(long least, long most) {
        /** As many as the API lets anybody buy. */
        static final long LIMIT = 9999;

        static final Hosts ANY = new Hosts(1, LIMIT);
    }

    /** What so many hosts cost for a period, in cents. */
    long price(long hosts) {
        return cents * hosts;
    }

    /** Whether it can be what other plans are added to. */
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

    /** Charged for by what is used. */
    boolean isPayAsYouGo() {
        return type.endsWith("_payongo");
    }

    /** Whether it is the same by another period. */
    boolean isOtherTermOf(Offer other) {
        return part == other.part && term != other.term && product().equals(other.product());
    }

    private String product() {
        return title.substring(0, title.lastIndexOf(' '));
    }

    /** What an account's row calls an account with this base plan. */
    String plan() {
        return isBusiness() || isEducation() ? "business" : "pro";
    }
}
