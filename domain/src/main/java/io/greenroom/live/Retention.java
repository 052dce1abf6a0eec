package io.greenroom.live;

import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.schedules.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

/** Deletes past sessions of one kind, and before them the files of their chats. */
public final class Retention {
    /** How long past sessions are kept, by the vendor's help pages. */
    private static final Period KEPT = Period.ofMonths(15);

    /** How long files of the chat are kept, by the description of the past files. */
    private static final Duration FILES_KEPT = Duration.ofHours(24);

    private static final int AT_ONCE = 500;

    private final Kind kind;

    Retention(Kind kind) {
        this.kind = kind;
    }

    void bind(Bindings on) {
        on.due(expiry(), this::expire);
        on.due(files(), this::expireFiles);
    }

    private String expiry() {
        return kind.word() + "-session-expiry";
    }

    private String files() {
        return kind.word() + "-session-files";
    }

    /** Begins with the end of a session. */
    void begin(Call call, Doc session) {
        String uuid = session.text("uuid");
        Instant end = session.instant("end_time");
        call.later(expiry(), uuid, end.atOffset(ZoneOffset.UTC).plus(KEPT).toInstant());
        if (session.has("files")) {
            call.later(files(), uuid, end.plus(FILES_KEPT));
        }
    }

    /** Whether the files of a session's chat are still kept. */
    public static boolean keepsFiles(Call call, Doc session) {
        return !session.has("end_time")
                || call.now().isBefore(session.instant("end_time").plus(FILES_KEPT));
    }

    private void expire(Call call, String uuid) {
        if (deletesSome(call, LiveTables.BELOW, uuid)) {
            call.later(expiry(), uuid, call.now());
        } else {
            call.store().find(SESSIONS, uuid).ifPresent(session -> call.store().delete(SESSIONS, session));
        }
    }

    private void expireFiles(Call call, String uuid) {
        if (deletesSome(call, LiveTables.OF_FILES, uuid)) {
            call.later(files(), uuid, call.now());
        }
    }

    /** Deletes a batch of the rows that a session has in these tables; returns false if there was none. */
    private static boolean deletesSome(Call call, List<Table> tables, String uuid) {
        for (Table table : tables) {
            List<Doc> some = call.store()
                    .in(table)
                    .where("session", uuid)
                    .page(Query.Start.FIRST, AT_ONCE)
                    .documents();
            if (!some.isEmpty()) {
                some.forEach(row -> call.store().delete(table, row));
                return true;
            }
        }
        return false;
    }
}
