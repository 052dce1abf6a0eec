package io.greenroom.live;

import io.greenroom.kernel.doc.Doc;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of an attempt to join.
 *
 * @param result {@code admitted}, {@code waiting} or {@code refused}
 * @param reason why the person waits or is refused
 * @param participation of a person who is admitted or waits
 */
public record Outcome(String result, Optional<Reason> reason, Optional<Doc> participation) {

    /** Why a person waits or is refused. */
    public enum Reason {
        WAITING_FOR_HOST,
        WAITING_FOR_BROADCAST,
        WAITING_ROOM,
        INVITATION_INVALID,
        WRONG_PASSCODE,
        SIGN_IN_REQUIRED,
        WRONG_DOMAIN,
        DOMAIN_BLOCKED,
        COUNTRY_BLOCKED,
        REGISTRATION_REQUIRED,
        REGISTRATION_PENDING,
        REGISTRATION_DENIED,
        REMOVED,
        TOO_EARLY,
        HOST_ELSEWHERE,
        ENDED,
        LOCKED,
        FULL;

        /** Its name in answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Outcome admitted(Doc participation) {
        return new Outcome("admitted", Optional.empty(), Optional.of(participation));
    }

    static Outcome waiting(Reason reason, Doc participation) {
        return new Outcome("waiting", Optional.of(reason), Optional.of(participation));
    }

    static Outcome refused(Reason reason) {
        return new Outcome("refused", Optional.of(reason), Optional.empty());
    }
}
