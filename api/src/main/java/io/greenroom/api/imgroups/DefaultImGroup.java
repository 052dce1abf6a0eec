package io.greenroom.api.imgroups;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.Optional;

/** The IM group that an account cannot do without. No operation of the public API chooses it. */
public final class DefaultImGroup {
    private DefaultImGroup() {}

    /** Its id. */
    public static Optional<String> of(Transaction store) {
        return store.in(ImGroupHandler.GROUPS).list().stream()
                .filter(group -> group.flag("is_default"))
                .map(Doc::id)
                .findFirst();
    }

    /**
     * Chooses it in place of the one before, or none.
     *
     * @return whether the group is there
     */
    public static boolean choose(Transaction store, Optional<String> id) {
        Optional<Doc> chosen = id.flatMap(wanted -> store.find(ImGroupHandler.GROUPS, wanted));
        if (id.isPresent() && chosen.isEmpty()) {
            return false;
        }
        of(store)
                .flatMap(before -> store.find(ImGroupHandler.GROUPS, before))
                .ifPresent(before ->
                        store.update(ImGroupHandler.GROUPS, before.copy().put("is_default", false)));
        id.flatMap(wanted -> store.find(ImGroupHandler.GROUPS, wanted))
                .ifPresent(group ->
                        store.update(ImGroupHandler.GROUPS, group.copy().put("is_default", true)));
        return true;
    }
}
