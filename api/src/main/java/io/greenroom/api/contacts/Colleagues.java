package io.greenroom.api.contacts;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Cursor;
import io.greenroom.kernel.store.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The active users of the account, scanned in their order. */
final class Colleagues {
    private static final int AT_ONCE = 200;

    private static final List<String> OPTIONAL = List.of("phone_number", "job_title", "location");

    /** Maximum number of users that one request scans, matching or not. */
    private static final int AT_MOST = 5_000;

    private final Users users;

    Colleagues(Users users) {
        this.users = users;
    }

    /** The requested page of matching users; it ends early when too many others are scanned. */
    Page page(Call call, Predicate<Doc> wanted) {
        List<Doc> found = new ArrayList<>();
        Cursor passed = call.page().after();
        for (int looked = 0; looked < AT_MOST; looked += AT_ONCE) {
            Query.Slice some = users.active(call).page(Query.Start.after(passed), AT_ONCE);
            for (Doc user : some.documents()) {
                if (wanted.test(user)) {
                    if (found.size() == call.page().size()) {
                        return new Page(found, 0, Optional.of(passed), Map.of());
                    }
                    found.add(user);
                }
                passed = Cursor.at(user.position());
            }
            if (!some.more()) {
                return new Page(found, 0, Optional.empty(), Map.of());
            }
        }
        return new Page(found, 0, Optional.of(passed), Map.of());
    }

    /** A user as a contact, without the fields of the profile that are empty. */
    static Doc shown(Call call, String schema, Doc user) {
        Doc contact = call.as(schema, user);
        OPTIONAL.stream()
                .filter(field -> contact.mayHold(field)
                        && contact.optionalText(field).filter(String::isEmpty).isPresent())
                .forEach(contact::remove);
        return contact;
    }
}
