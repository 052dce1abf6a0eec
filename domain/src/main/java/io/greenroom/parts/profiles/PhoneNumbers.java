package io.greenroom.parts.profiles;

import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.parts.countries.Country;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phone numbers of a user: a list, and two old fields for a single number. */
public final class PhoneNumbers {
    private PhoneNumbers() {}

    /** Keeps the list and the two old fields, which stand for the first number, in agreement. */
    public static void change(Doc wanted, Doc user, Doc changed) {
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

    /** A user's numbers with the first one replaced by the two old fields, or removed where these are empty. */
    private static List<Doc> withFirst(Doc user, Doc changed) {
        List<Doc> numbers = new ArrayList<>(user.docs("phone_numbers"));
        Optional<Doc> first = numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.removeFirst());
        Optional<String> country = changed.optionalText("phone_country").filter(text -> !text.isEmpty());
        changed.optionalText("phone_number").filter(text -> !text.isEmpty()).ifPresent(number -> {
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
