package io.greenroom.api.billing;

import java.time.LocalDate;

/** How long one period of a plan is. */
enum Term {
    MONTH(1, "Monthly"),
    YEAR(12, "Annual"),
    /** It is not charged for, and not prolonged. Its length is our guess. */
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

    /** When so many periods have passed; counted from the beginning, so that the 31st stays the 31st. */
    LocalDate after(LocalDate beginning, long periods) {
        return beginning.plusMonths(months * periods);
    }
}
