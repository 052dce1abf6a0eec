package io.greenroom.kernel.limits;

import java.time.Duration;

/**
 * The limit of one label for one account: a cell of the table.
 *
 * @param most requests in one window
 * @param window a second or a minute
 * @param daily requests in a UTC day, 0 when days are not counted
 * @param withHeavy whether the day's requests count towards the daily limit of heavy ones
 */
record Rate(int most, Duration window, int daily, boolean withHeavy) {

    static Rate perSecond(int most) {
        return new Rate(most, Duration.ofSeconds(1), 0, false);
    }

    static Rate perMinute(int most) {
        return new Rate(most, Duration.ofMinutes(1), 0, false);
    }

    Rate perDay(int limit) {
        return new Rate(most, window, limit, false);
    }

    Rate perDayWithHeavy(int limit) {
        return new Rate(most, window, limit, true);
    }
}
