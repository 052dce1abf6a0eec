package io.greenroom.api.tsp;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;

/** The dial-in numbers that an account offers to all of its users. Only the vendor sets them. */
final class TspControl {
    private static final String NUMBERS = "dial_in_numbers";

    void bind(Bindings on) {
        on.doc("controlTspNumbers", TspControl::numbers);
        on.doc("controlTspNumbersReplace", TspControl::replace);
    }

    private static Doc numbers(Call call) {
        return call.as("TspNumberList", TspAccount.decisions(call.store()).fillDefaults());
    }

    private static Doc replace(Call call) {
        TspAccount.keep(
                call.store(),
                TspAccount.decisions(call.store()).put(NUMBERS, call.body().docs(NUMBERS)));
        return numbers(call);
    }
}
