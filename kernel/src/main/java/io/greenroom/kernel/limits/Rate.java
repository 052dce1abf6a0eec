package io.greenroom.kernel.limits;

import java.time.Duration;

/**
 * How much an account may ask with one label: a cell of the table.
 *
 * @param most how many requests one window allows
 * @param window a second or a minute
 * @param daily how many requests a UTC day allows, 0 when days are not counted
 * @param withHeavy whether the day's requests use up the daily limit of heavy ones
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
