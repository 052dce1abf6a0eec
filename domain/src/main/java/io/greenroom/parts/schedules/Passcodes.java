package io.greenroom.parts.schedules;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.HostSettings;
import io.greenroom.kernel.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The passcodes of meetings: what a host's settings require, and the forms for telephones, rooms and links. */
public final class Passcodes {
    private static final String REQUIREMENT = "schedule_meeting.meeting_password_requirement.";
    private static final int USUAL_LENGTH = 6;
    private static final int DIGITS = 6;
    private static final int SEALED_BYTES = 16;
    private static final String SPECIAL = "@_*-";

    private final Call call;
    private final HostSettings settings;

    /** The passcodes of a host. */
    public Passcodes(Call call, HostSettings settings) {
        this.call = call;
        this.settings = settings;
    }

    /** Whether a passcode meets the host's requirement. */
    public boolean accepts(String passcode) {
        return passcode.length() >= number("length")
                && (!flag("have_letter") || has(passcode, Character::isLetter))
                && (!flag("have_number") || has(passcode, Character::isDigit))
                && (!flag("have_special_character") || has(passcode, letter -> !Character.isLetterOrDigit(letter)))
                && (!flag("have_upper_and_lower_characters")
                        || (has(passcode, Character::isUpperCase) && has(passcode, Character::isLowerCase)))
                && (!flag("only_allow_numeric") || !has(passcode, letter -> !Character.isDigit(letter)))
                && longestRun(passcode) < runLimit();
    }

    /** Draws a passcode that meets the host's requirement. */
    public String draw() {
        String drawn = candidate();
        while (!accepts(drawn)) {
            drawn = candidate();
        }
        return drawn;
    }

    private String candidate() {
        int length = Math.max(USUAL_LENGTH, (int) number("length"));
        if (flag("only_allow_numeric")) {
            return call.ids().passcode(length);
        }
        String letters = call.ids().secret().replaceAll("[^A-Za-z0-9]", "");
        String special = flag("have_special_character") ? String.valueOf(SPECIAL.charAt(letters.length() % 4)) : "";
        return letters.substring(0, Math.min(letters.length(), length - special.length())) + special;
    }

    /** Sets a schedule's passcode with its other forms, or removes them all when it is empty. */
    public void set(Doc schedule, String passcode) {
        if (passcode.isEmpty()) {
            for (String form : new String[] {"password", "h323_password", "pstn_password", "encrypted_password"}) {
                if (schedule.mayHold(form)) {
                    schedule.remove(form);
                }
            }
            return;
        }
        boolean numeric = !has(passcode, letter -> !Character.isDigit(letter));
        String digits = numeric ? passcode : call.ids().passcode(DIGITS);
        schedule.put("password", passcode);
        if (schedule.mayHold("encrypted_password")) {
            schedule.put("h323_password", digits)
                    .put("pstn_password", digits)
                    .put("encrypted_password", sealed(call, schedule.number("id"), passcode));
        }
    }

    /**
     * The form of a passcode in links: a keyed digest, encoded twice in base64 as the vendor's is, so it has 32
     * characters and ends with {@code 09}.
     */
    public static String sealed(Call call, long number, String passcode) {
        byte[] digest = HexFormat.of().parseHex(call.signer().hex("passcode", number + "/" + passcode));
        byte[] once = Base64.getEncoder().encode(Arrays.copyOf(digest, SEALED_BYTES));
        return new String(Base64.getEncoder().encode(once), StandardCharsets.US_ASCII);
    }

    private boolean flag(String rule) {
        return settings.flag(REQUIREMENT + rule);
    }

    private long number(String rule) {
        return settings.number(REQUIREMENT + rule).orElse(0L);
    }

    private long runLimit() {
        long limit = number("consecutive_characters_length");
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    private static boolean has(String passcode, IntPredicate kind) {
        return passcode.chars().anyMatch(kind);
    }

    /** The length of the longest run of characters that follow each other, such as {@code 1234} or {@code abc}. */
    private static int longestRun(String passcode) {
        String text = passcode.toLowerCase(Locale.ROOT);
        int longest = text.isEmpty() ? 0 : 1;
        int up = 1;
        int same = 1;
        for (int i = 1; i < text.length(); i++) {
            int step = text.charAt(i) - text.charAt(i - 1);
            up = step == 1 ? up + 1 : 1;
            same = step == 0 ? same + 1 : 1;
            longest = Math.max(longest, Math.max(up, same));
        }
        return longest;
    }
}
