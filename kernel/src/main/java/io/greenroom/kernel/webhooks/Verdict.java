package io.greenroom.kernel.webhooks;

import io.greenroom.kernel.outbound.Outcome;
import java.util.Locale;

/** What an attempt to deliver means for its event. */
public enum Verdict {
    /** The endpoint has it. */
    DELIVERED,
    /** It may be sent again: the endpoint failed or was not reached. */
    FAILED,
    /** It is not sent again: the endpoint declined it, or may not be called. */
    REJECTED,
    /** A fault of the subscription dropped it. */
    DROPPED;

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int FIRST_SERVER_ERROR = 500;

    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answer -> of(answer.status());
            case Outcome.Failed failure ->
                switch (failure.kind()) {
                    case REFUSED -> REJECTED;
                    case UNREACHABLE, TIMEOUT -> FAILED;
                };
        };
    }

    private static Verdict of(int status) {
        if (status == OK || status == NO_CONTENT) {
            return DELIVERED;
        }
        return status >= FIRST_SERVER_ERROR ? FAILED : REJECTED;
    }

    /** Its name in the control API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
