package io.greenroom.api.tsp;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/** The numbers to dial that an account offers to all of its users. No operation sets them: the vendor does. */
public final class TspNumbers {
    private TspNumbers() {}

    /**
     * Sets the account's numbers, instead of those that it had.
     *
     * @param numbers documents with the fields of the contract's {@code TspAccountNumber}
     */
    public static void offer(Transaction store, List<Doc> numbers) {
        TspAccount.keep(store, TspAccount.decisions(store).put("dial_in_numbers", numbers));
    }
}
