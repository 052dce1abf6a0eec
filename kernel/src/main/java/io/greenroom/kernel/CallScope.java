package io.greenroom.kernel;

import io.greenroom.contract.Contract;
import io.greenroom.kernel.doc.Clock;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Ids;
import io.greenroom.kernel.doc.Signer;
import io.greenroom.kernel.store.Transaction;

/**
 * What all calls share.
 *
 * @param contract what is promised
 * @param bindings who does it
 * @param clock the product's time
 * @param ids where new ids come from
 * @param media where files are kept
 * @param signer signs what comes back later
 */
public record CallScope(Contract contract, Bindings bindings, Clock clock, Ids ids, Media media, Signer signer) {

    /**
     * A call of the kernel's own, for what no request asks for: opening an account, doing what falls due. It may
     * announce every event and refuse nothing.
     */
    public Call internal(Transaction unit, Doc account) {
        return new Call(this, bindings.internal(), InternalCalls.input(account), unit, Bindings.DONE);
    }
}
