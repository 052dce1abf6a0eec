package io.greenroom.parts.registration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The status of a registrant. Cancelled ones are kept, but no list has them. */
public enum RegistrantStatus {
    APPROVED,
    PENDING,
    DENIED,
    CANCELLED;

    /** The statuses of registrants that take one of the available places. */
    static final List<RegistrantStatus> ACTIVE = List.of(APPROVED, PENDING);

    /** Its name in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status with a name. */
    static RegistrantStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The status of a registrant whose occurrences have these: the first that any of them has. */
    static RegistrantStatus of(Collection<RegistrantStatus> parts) {
        return parts.stream().min(Enum::compareTo).orElse(CANCELLED);
    }

    /** The status that an {@code action} of a request leads to. */
    static RegistrantStatus after(String action) {
        return switch (action) {
            case "approve" -> APPROVED;
            case "deny" -> DENIED;
            default -> CANCELLED;
        };
    }
}
