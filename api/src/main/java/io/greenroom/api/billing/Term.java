package io.greenroom.api.billing;

import java.time.LocalDate;

/** The length of one period of a plan. */
enum Term {
    MONTH(1, "Monthly"),
    YEAR(12, "Annual"),
    /** Neither charged nor renewed. Its length is our guess. */
    TRIAL(1, "Trial");

    private final int months;
    private final String title;

    Term(int months, String title) {
        this.months = months;
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The date after a number of periods, counted from the beginning, so that the 31st stays the 31st. */
    LocalDate after(LocalDate beginning, long periods) {
        return beginning.plusMonths(months * periods);
    }
}
