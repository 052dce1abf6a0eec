package io.greenroom.api.users;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.countries.Country;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The telephone numbers of a user: a list, and the two old fields that say one number. */
final class PhoneNumbers {
    private PhoneNumbers() {}

    /** The two old fields stand for the first number; whichever of both ways is sent, the other follows. */
    static void change(Doc wanted, Doc user, Doc changed) {
        boolean whole = wanted.has("phone_numbers");
        if (!whole && !wanted.has("phone_number") && !wanted.has("phone_country")) {
            return;
        }
        List<Doc> numbers = whole
                ? wanted.docs("phone_numbers").stream()
                        .map(number -> verifiedAsBefore(number, user))
                        .toList()
                : withFirst(user, changed);
        changed.put("phone_numbers", Optional.of(numbers).filter(kept -> !kept.isEmpty()));
        Optional<Doc> first = numbers.stream().findFirst();
        if (whole || first.isPresent()) {
            changed.put("phone_number", first.flatMap(number -> number.optionalText("number")));
            changed.put("phone_country", first.flatMap(number -> number.optionalText("country")));
        }
    }

    /** A user's numbers with the first one as the two old fields have it, or without it where they have none. */
    private static List<Doc> withFirst(Doc user, Doc changed) {
        List<Doc> numbers = new ArrayList<>(user.docs("phone_numbers"));
        Optional<Doc> first = numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.removeFirst());
        Optional<String> country = changed.optionalText("phone_country");
        changed.optionalText("phone_number").ifPresent(number -> {
            Doc sent = new Doc(schema(changed))
                    .put("country", country)
                    .put("code", country.flatMap(Country::of).map(found -> "+" + found.callingCode()))
                    .put("number", number)
                    .put("label", first.flatMap(known -> known.optionalText("label")));
            numbers.addFirst(verifiedAsBefore(sent, user));
        });
        return numbers;
    }

    private static Schema schema(Doc user) {
        return user.schema().property("phone_numbers").orElseThrow().schema().items();
    }

    private static Doc verifiedAsBefore(Doc number, Doc user) {
        boolean verified = user.docs("phone_numbers").stream()
                .anyMatch(known ->
                        known.flag("verified") && known.text("number", "").equals(number.text("number", "")));
        return number.copy().put("verified", verified);
    }
}
