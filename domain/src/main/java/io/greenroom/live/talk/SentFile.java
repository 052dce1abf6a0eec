package io.greenroom.live.talk;

import static io.greenroom.live.LiveTables.FILES;
import static io.greenroom.live.LiveTables.FILE_TEXTS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.nio.charset.StandardCharsets;

/**
 * A file that a person sends in the chat of a session. Its content is a text, kept in UTF-8.
 *
 * @param name at most 255 characters
 */
public record SentFile(String name, String text) {
    /** Limits of one session. */
    private static final int MOST_FILES = 1_000;

    private static final long MOST_BYTES = 20_000_000;

    private long size() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether a session takes this file too. */
    boolean fits(Doc session) {
        return session.number("files", 0) < MOST_FILES && session.number("file_bytes", 0) + size() <= MOST_BYTES;
    }

    /**
     * Keeps the file.
     *
     * @param session a copy, which the caller writes afterwards
     * @param stay of the sender
     */
    Doc keep(Call call, Doc session, Doc stay) {
        String uuid = session.text("uuid");
        Doc file = call.store()
                .insert(
                        FILES,
                        call.blank(FILES)
                                .put("id", call.ids().next())
                                .put("session", uuid)
                                .put("user_id", stay.text("user_id"))
                                .put("file_name", name)
                                .put("file_size", size())
                                .put("at", call.second()));
        call.store()
                .insert(
                        FILE_TEXTS,
                        call.blank(FILE_TEXTS)
                                .put("id", file.id())
                                .put("session", uuid)
                                .put("text", text));
        session.put("files", session.number("files", 0) + 1)
                .put("file_bytes", session.number("file_bytes", 0) + size());
        return file;
    }
}
