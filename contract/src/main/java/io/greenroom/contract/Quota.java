package io.greenroom.contract;

import java.time.Duration;

/**
 * A special limit of one operation beside its label's.
 *
 * @param name shared by operations that use the same quota
 * @param limit the number of requests in a window
 * @param window {@code P1D} is the UTC day, anything shorter slides in steps of its own length
 * @param by the key that is counted separately: {@code account}, {@code path.<parameter>} or {@code body.<dotted
 *     field>}, or several of these joined by {@code +}
 * @param failure the response above the limit
 */
public record Quota(String name, int limit, Duration window, String by, Failure failure) {

    public boolean daily() {
        return window.equals(Duration.ofDays(1));
    }
}
