package io.greenroom.parts.policies;

import io.greenroom.parts.emails.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rules for passwords in an account.
 *
 * @param length the least number of characters
 * @param needsSpecial whether one character must be neither a letter nor a digit
 * @param history how many former passwords cannot be used again
 * @param run number of equal or consecutive characters that is refused; 0 refuses only passwords made of nothing else
 */
public record PasswordPolicy(int length, boolean needsSpecial, int history, int run) {
    /** Common passwords that satisfy the other rules once digits are appended, in lower case. */
    private static final Set<String> GUESSED =
            Set.of("password", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "welcome", "letmein", "admin", "zoom");

    private static final int SPARE = 4;

    /** The first rule that a password breaks, for a user with that address. */
    public Optional<PasswordFault> faultOf(String password, EmailAddress address) {
        if (steps(password, 0) || runs(password, 0)) {
            return Optional.of(PasswordFault.ONE_CHARACTER);
        }
        if (steps(password, 1) || steps(password, -1) || runs(password, 1) || runs(password, -1)) {
            return Optional.of(PasswordFault.IN_SEQUENCE);
        }
        if (password.codePointCount(0, password.length()) < length) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        return lack(password)
                .or(() -> isGuessable(password, address) ? Optional.of(PasswordFault.GUESSABLE) : Optional.empty());
    }

    private Optional<PasswordFault> lack(String password) {
        if (!has(password, Character::isLetter)) {
            return Optional.of(PasswordFault.LACKS_LETTER);
        }
        if (!has(password, Character::isDigit)) {
            return Optional.of(PasswordFault.LACKS_NUMBER);
        }
        if (needsSpecial && !has(password, character -> !Character.isLetterOrDigit(character))) {
            return Optional.of(PasswordFault.LACKS_SPECIAL);
        }
        boolean bothCases = has(password, Character::isUpperCase) && has(password, Character::isLowerCase);
        return bothCases ? Optional.empty() : Optional.of(PasswordFault.LACKS_CASE);
    }

    private static boolean has(String password, IntPredicate kind) {
        return password.codePoints().anyMatch(kind);
    }

    /** Whether each character is the one before it plus a step: 0 for {@code aaaa}, 1 for {@code abcd}. */
    private static boolean steps(String password, int step) {
        return password.length() > 1
                && IntStream.range(1, password.length())
                        .allMatch(i -> password.charAt(i) == password.charAt(i - 1) + step);
    }

    /** Whether too many characters in a row are each the one before it plus a step. */
    private boolean runs(String password, int step) {
        return run > 0
                && IntStream.rangeClosed(0, password.length() - run)
                        .anyMatch(start -> steps(password.substring(start, start + run), step));
    }

    /** Whether a password without the few digits at its end is a common one or the user's mailbox. */
    private static boolean isGuessable(String password, EmailAddress address) {
        String lower = password.toLowerCase(Locale.ROOT);
        String core = lower.replaceAll("[^\\p{L}]+$", "");
        boolean littleMore = lower.length() - core.length() <= SPARE;
        return littleMore && (GUESSED.contains(core) || core.equals(address.mailbox()));
    }
}
