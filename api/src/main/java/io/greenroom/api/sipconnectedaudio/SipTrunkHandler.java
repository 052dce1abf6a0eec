package io.greenroom.api.sipconnectedaudio;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The carrier's trunks, which a master account assigns to its sub accounts. */
final class SipTrunkHandler {
    private static final int DNIS_PREFIX = 5;

    void bind(Bindings on) {
        on.page("listSIPTrunks", call -> Page.whole(Stock.TRUNKS.of(Masters.seen(call))));
        on.doc("assignSIPTrunks", SipTrunkHandler::assign);
        on.done("deleteSIPTrunk", SipTrunkHandler::takeBack);
    }

    private static Doc assign(Call call) {
        Transaction below = Masters.below(call);
        if (Stock.TRUNKS.own(call.store()).isEmpty()) {
            throw call.refuse("sip-audio-trunks-none");
        }
        Map<String, Doc> wanted = new HashMap<>();
        for (Doc choice : call.body().docs("sip_trunks")) {
            if (wanted.put(choice.id(), choice) != null || !fits(call, below, choice)) {
                throw call.refuse("sip-audio-trunks-invalid");
            }
            Stock.TRUNKS.assign(call.store(), below, choice);
        }
        List<Doc> assigned = Stock.TRUNKS.of(below).stream()
                .filter(trunk -> wanted.containsKey(trunk.id()))
                .toList();
        return call.blank("SipAudioTrunksAssigned").put("sip_trunks", assigned);
    }

    /** Whether the master account has the trunk, with a DNIS that begins like the sub account's. */
    private static boolean fits(Call call, Transaction below, Doc choice) {
        Optional<Doc> own = Stock.TRUNKS.own(call.store(), choice.id());
        boolean free = Stock.TRUNKS.own(below, choice.id()).isEmpty();
        return free && own.filter(trunk -> beginsAlike(trunk, choice)).isPresent();
    }

    private static boolean beginsAlike(Doc trunk, Doc choice) {
        return choice.optionalText("dnis")
                .map(dnis -> trunk.text("dnis", "").startsWith(dnis.substring(0, DNIS_PREFIX)))
                .orElse(true);
    }

    /** Only the carrier can remove a trunk of the caller's own account. */
    private static void takeBack(Call call) {
        if (Masters.isOwn(call)) {
            throw call.refuse("sip-audio-sub-forbidden");
        }
        Transaction below = Masters.below(call);
        Doc trunk = Stock.TRUNKS
                .assigned(below, call.path("trunkId"))
                .orElseThrow(() -> call.refuse("sip-audio-trunk-missing"));
        below.delete(Stock.TRUNKS.table(), trunk);
    }
}
