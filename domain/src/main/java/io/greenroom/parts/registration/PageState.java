package io.greenroom.parts.registration;

import java.util.Locale;

/** What a registration page says instead of its form. */
enum PageState {
    APPROVED("You are registered. Join by this link:"),
    PENDING("You are registered. The host will decide on your registration."),
    KNOWN("You had registered before. The mail about your registration has your link."),
    NOT_REQUIRED("Registration is not required."),
    OVER("It is too late to register."),
    FULL("All places are taken."),
    UNKNOWN("There is no such registration."),
    CANCELLING("Do you want to cancel your registration?"),
    CANCELLED("Your registration is cancelled.");

    private final String sentence;

    PageState(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Its name in the page. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
