package io.greenroom.parts.policies;

/** The reasons to refuse a password. */
public enum PasswordFault {
    ONE_CHARACTER("password-one-character"),
    IN_SEQUENCE("password-in-sequence"),
    TOO_SHORT("password-too-short"),
    LACKS_LETTER("password-lacks-letter"),
    LACKS_NUMBER("password-lacks-number"),
    LACKS_SPECIAL("password-lacks-special"),
    LACKS_CASE("password-lacks-case"),
    GUESSABLE("password-guessable");

    private final String failure;

    PasswordFault(String failure) {
        this.failure = failure;
    }

    /** The failure that names this reason. */
    public String failure() {
        return failure;
    }
}
