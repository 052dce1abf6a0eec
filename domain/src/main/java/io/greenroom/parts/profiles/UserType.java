package io.greenroom.parts.profiles;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;

/** The type of a user, which says whether they have a licence. */
public enum UserType {
    BASIC(1, "Basic"),
    LICENSED(2, "Licensed"),
    ON_PREM(3, "On-prem"),
    NONE(99, "None");

    private final long number;
    private final String title;

    UserType(long number, String title) {
        this.number = number;
        this.title = title;
    }

    public static UserType of(Doc user) {
        return of(user.number("type"));
    }

    public static UserType of(long number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new ContractViolation("No user is of type " + number));
    }

    public long number() {
        return number;
    }

    /** Its name in messages. */
    public String title() {
        return title;
    }

    /** Whether it needs a licence. */
    public boolean isPaid() {
        return this == LICENSED || this == ON_PREM;
    }
}
