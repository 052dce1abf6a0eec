package io.greenroom.api.billing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The states of the US and the provinces of Canada, by two letters in any case. */
final class UsStates {
    private static final Map<String, Set<String>> STATES = Map.of(
            "US",
            words("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC"
                    + " ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI"),
            "CA",
            words("AB BC MB NB NL NS NT NU ON PE QC SK YT"));

    private UsStates() {}

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /** Whether the country has the state; any text is allowed for countries whose states are not known. */
    static boolean allow(String country, String state) {
        Set<String> states = STATES.get(country.toUpperCase(Locale.ROOT));
        return states == null || states.contains(state.toUpperCase(Locale.ROOT));
    }
}
