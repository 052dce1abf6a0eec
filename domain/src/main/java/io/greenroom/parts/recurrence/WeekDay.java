package io.greenroom.parts.recurrence;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** The days of the week as the API counts them: 1 is Sunday, 7 is Saturday. */
public enum WeekDay {
    SUNDAY,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY;

    /** The day with a number from 1 to 7. */
    static WeekDay of(int number) {
        return values()[number - 1];
    }

    DayOfWeek dayOfWeek() {
        return DayOfWeek.valueOf(name());
    }

    /** Its English name in three letters, such as {@code Thu}. */
    String shortName() {
        return dayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
