package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/** What a carrier sets up for a master account. No operation does it: it takes cables and a contract. */
public final class SipCarrier {
    private SipCarrier() {}

    /**
     * Sets the trunks and numbers of an account, instead of those that it had. What is gone is gone in the accounts
     * below too.
     *
     * @param trunks documents with the fields of the contract's {@code SipAudioTrunk}
     * @param numbers documents with the fields of the contract's {@code SipAudioNumber}
     */
    public static void setUp(Transaction store, List<Doc> trunks, List<Doc> numbers) {
        Stock.TRUNKS.setUp(store, trunks);
        Stock.NUMBERS.setUp(store, numbers);
    }
}
