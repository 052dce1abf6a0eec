package io.greenroom.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of the contract's texts: the verbs that summaries begin with, and the words that no text has. */
final class PlainEnglish {
    private static final int LONGEST_SUMMARY = 10;

    /** One verb for each kind of act: Get for one thing, List for several, Update for PATCH and PUT. */
    private static final Set<String> VERBS = Set.of(
            "Accept",
            "Activate",
            "Add",
            "Approve",
            "Assign",
            "Cancel",
            "Check",
            "Create",
            "Delete",
            "Disassociate",
            "Download",
            "Enable",
            "End",
            "Get",
            "Invite",
            "Join",
            "Leave",
            "List",
            "Mark",
            "Move",
            "Recover",
            "Remove",
            "Reset",
            "Revoke",
            "Search",
            "Send",
            "Set",
            "Start",
            "Subscribe",
            "Unassign",
            "Update",
            "Upload");

    /** Words that hide the subject of a sentence or its verb. */
    private static final Pattern BANNED = Pattern.compile(
            "\\b(who|whom|whoever|nobody|somebody|anybody|everybody|told|tells?|heard|goes|be it|what\\b.*\\bis as)\\b",
            Pattern.CASE_INSENSITIVE);

    private PlainEnglish() {}

    /** The faults of an operation's summary, each beginning with the place. */
    static List<String> faultsOfSummary(String place, String summary) {
        List<String> faults = new ArrayList<>(faults(place, summary));
        String[] words = summary.split(" ");
        if (!VERBS.contains(words[0].replace(",", ""))) {
            faults.add(place + " begins with " + words[0] + ": " + summary);
        }
        if (words.length > LONGEST_SUMMARY) {
            faults.add(place + " has " + words.length + " words: " + summary);
        }
        if (!summary.endsWith(".")) {
            faults.add(place + " has no period at its end: " + summary);
        }
        return faults;
    }

    /** The faults of any text of the contract, each beginning with the place. */
    static List<String> faults(String place, String text) {
        Matcher banned = BANNED.matcher(text);
        return banned.find() ? List.of(place + " has the word " + banned.group() + ": " + text) : List.of();
    }
}
