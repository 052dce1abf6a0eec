package io.greenroom.api.tsp;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** The page that lists the dial-in numbers for a user's guests. No operation shows it. */
final class TspPageHandler {
    static final Table PAGES =
            Table.of("tsp_pages", "TspPageRecord").key("user_id").columns("key").goesWith("user", "key");

    private final Users users;

    TspPageHandler(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.done("tspUrlUpdate", this::change);
    }

    private void change(Call call) {
        TspAccount.effective(call);
        Doc user = users.require(call, call.path("userId"));
        if (!call.has("tsp_special")) {
            throw call.refuse("tsp-not-special");
        }
        Transaction store = call.store();
        Optional<Doc> page = store.find(PAGES, user.id());
        if (page.isPresent()) {
            store.update(PAGES, page.get().copy().take(call.body()));
        } else {
            store.insert(PAGES, store.blank(PAGES).take(call.body()).put("user_id", user.id()));
        }
    }
}
