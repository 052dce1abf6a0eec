package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;

/** The carrier's numbers, which a master account assigns to its sub accounts. */
final class SipNumberHandler {

    void bind(Bindings on) {
        on.done("deleteAllSipNumbers", SipNumberHandler::takeBack);
        on.done("assignSipTrunkNumbers", SipNumberHandler::assign);
        on.page("listSipTrunkNumbers", SipNumberHandler::list);
    }

    private static Page list(Call call) {
        if (!Masters.isMaster(call) && !Masters.isBelow(call.account())) {
            throw call.refuse("account-missing");
        }
        return Page.whole(Stock.NUMBERS.of(call.store()));
    }

    /** The master account keeps a number that it assigns, and may assign it to several. Our guess. */
    private static void assign(Call call) {
        Transaction below = below(call);
        for (String number : call.body().texts("phone_numbers")) {
            Doc row = call.blank(Stock.NUMBERS.table()).put("number", number);
            if (Stock.NUMBERS.own(call.store(), number).isEmpty()) {
                throw call.refuse("sip-audio-number-foreign");
            }
            Stock.NUMBERS.assign(call.store(), below, row);
        }
    }

    private static void takeBack(Call call) {
        Stock.NUMBERS.takeBack(below(call));
    }

    private static Transaction below(Call call) {
        return Masters.below(call);
    }
}
