package io.greenroom.api.users;

import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;

/** What plan a user has. */
enum UserType {
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

    static UserType of(Doc user) {
        return of(user.number("type"));
    }

    static UserType of(long number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new ContractViolation("No user is of type " + number));
    }

    long number() {
        return number;
    }

    /** What messages call it. */
    String title() {
        return title;
    }

    /** Whether the account pays for it. */
    boolean isPaid() {
        return this == LICENSED || this == ON_PREM;
    }
}
