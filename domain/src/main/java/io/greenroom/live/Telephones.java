package io.greenroom.live;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.List;

/** The telephone connections of participants who do not say how they called. */
final class Telephones {
    private static final String NUMBERS = "global_dial_in_numbers";

    private Telephones() {}

    /** A person on a telephone has called the first dial-in number of the meeting; webinars list none. */
    static void fill(Call call, Doc stay, Doc rules) {
        List<Doc> numbers = rules.mayHold(NUMBERS) ? rules.docs(NUMBERS) : List.of();
        if (stay.text("audio").equals("phone") && !stay.has("phone") && !numbers.isEmpty()) {
            Doc called = numbers.getFirst();
            String country = called.text("country", "");
            Doc leg = call.blank("PhoneLeg")
                    .put("from", called.text("number", ""))
                    .put("type", type(called, country));
            stay.put("phone", country.length() == 2 ? leg.put("country", country) : leg);
        }
    }

    private static String type(Doc called, String country) {
        if (called.text("type", "toll").equals("tollfree")) {
            return "toll-free";
        }
        return country.equals("US") ? "US toll-number" : "global toll-number";
    }
}
