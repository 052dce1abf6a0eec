package io.greenroom.parts.panelists;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.emails.EmailAddress;
import io.greenroom.parts.registration.JoinLinks;
import java.util.List;
import java.util.Optional;

/** The panelists of one webinar. Each e-mail address has at most one. */
public final class Panelists {
    public static final Table PANELISTS = Table.of("panelists", "PanelistRecord")
            .key("owner", "id")
            .columns("owner", "email_key", "token")
            .counted("owner")
            .goesWith("webinar", "owner");

    private final Call call;
    private final String owner;

    /**
     * The panelists of a webinar.
     *
     * @param owner number of the webinar
     */
    public Panelists(Call call, String owner) {
        this.call = call;
        this.owner = owner;
    }

    private Query query() {
        return call.store().in(PANELISTS).where("owner", owner);
    }

    /** All of them, in the order in which they were added. */
    public List<Doc> all() {
        return query().list();
    }

    public long count() {
        return query().count();
    }

    /** The panelist with an id. */
    public Optional<Doc> find(String id) {
        return call.store().find(PANELISTS, owner + "/" + id);
    }

    /** The panelist with an e-mail address. */
    public Optional<Doc> byEmail(String email) {
        return query().where("email_key", new EmailAddress(email).key()).first();
    }

    /** The panelist that a join link names. */
    public Optional<Doc> byToken(String token) {
        return query().where("token", token).first();
    }

    /** Adds a panelist, or renames the one with that address. */
    public Doc put(String name, String email) {
        Optional<Doc> known = byEmail(email);
        if (known.isPresent()) {
            return call.store().update(PANELISTS, known.get().copy().put("name", name));
        }
        return call.store()
                .insert(
                        PANELISTS,
                        call.blank(PANELISTS)
                                .put("owner", owner)
                                .put("id", call.ids().next())
                                .put("name", name)
                                .put("email", email)
                                .put("email_key", new EmailAddress(email).key())
                                .put("token", JoinLinks.token(call)));
    }

    /** Removes a panelist. */
    public void remove(Doc panelist) {
        call.store().delete(PANELISTS, panelist);
    }

    /** Removes all of them. */
    public void clear() {
        all().forEach(this::remove);
    }

    /** The join link of a panelist. */
    public static String link(Doc webinar, Doc panelist) {
        return JoinLinks.link(webinar, panelist.text("token"));
    }
}
