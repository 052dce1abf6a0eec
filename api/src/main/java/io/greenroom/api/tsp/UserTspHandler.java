package io.greenroom.api.tsp;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.List;

/** The telephone bridges of one user. */
final class UserTspHandler {
    static final Table BRIDGES = Table.of("tsp_bridges", "TspBridgeRecord")
            .key("user_id", "id")
            .columns("user_id", "id")
            .goesWith("user", "user_id");
    private static final int BRIDGES_PER_USER = 2;

    private final Users users;

    UserTspHandler(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("userTSPs", this::list);
        on.doc("userTSPCreate", this::create);
        on.doc("userTSP", this::show);
        on.done("userTSPUpdate", this::change);
        on.done("userTSPDelete", this::remove);
    }

    private Page list(Call call) {
        TspAccount.effective(call);
        return Page.whole(bridges(call.store(), userOf(call).id()));
    }

    private Doc create(Call call) {
        TspAccount account = TspAccount.effective(call);
        Doc user = userOf(call);
        refuseForbidden(call, account);
        List<Doc> bridges = bridges(call.store(), user.id());
        if (bridges.size() == BRIDGES_PER_USER) {
            throw call.refuse("tsp-full");
        }
        Doc bridge =
                call.blank(BRIDGES).take(call.body()).put("user_id", user.id()).put("id", freeSlot(bridges));
        account.check(call, bridge);
        call.announce("user.tsp_created", TspEvents.bridge(call, user, bridge));
        return call.store().insert(BRIDGES, bridge);
    }

    private Doc show(Call call) {
        TspAccount.effective(call);
        return bridgeOf(call, userOf(call));
    }

    private void change(Call call) {
        TspAccount account = TspAccount.effective(call);
        Doc user = userOf(call);
        refuseForbidden(call, account);
        Doc before = bridgeOf(call, user);
        Doc after = before.copy().take(call.body());
        if (losesNumbers(before, after) && bridges(call.store(), user.id()).size() == 1) {
            throw call.refuse("tsp-last");
        }
        account.check(call, after);
        if (!after.equals(before)) {
            call.store().update(BRIDGES, after);
            call.announce("user.tsp_updated", TspEvents.change(call, user, before, after));
        }
    }

    private void remove(Call call) {
        TspAccount account = TspAccount.effective(call);
        Doc user = userOf(call);
        refuseForbidden(call, account);
        Doc bridge = bridgeOf(call, user);
        if (bridges(call.store(), user.id()).size() == 1) {
            throw call.refuse("tsp-last");
        }
        call.store().delete(BRIDGES, bridge);
        call.announce("user.tsp_deleted", TspEvents.bridge(call, user, bridge));
    }

    private Doc userOf(Call call) {
        return users.require(call, call.path("userId"));
    }

    private static void refuseForbidden(Call call, TspAccount account) {
        if (call.ownOnly() && account.forbidsUsers()) {
            throw call.refuse("no-permission");
        }
    }

    private static Doc bridgeOf(Call call, Doc user) {
        return call.require(BRIDGES, user.id() + "/" + call.path("tspId"), "tsp-missing");
    }

    /** The user's bridges by number. Numbers are reused, so the first bridge may be the newer one. */
    private static List<Doc> bridges(Transaction store, String userId) {
        return store.in(BRIDGES).where("user_id", userId).ascending("id").list();
    }

    private static int freeSlot(List<Doc> bridges) {
        return bridges.stream().anyMatch(bridge -> bridge.number("id") == 1) ? 2 : 1;
    }

    private static boolean losesNumbers(Doc before, Doc after) {
        return !before.docs("dial_in_numbers").isEmpty()
                && after.docs("dial_in_numbers").isEmpty();
    }
}
