package io.greenroom.api.deprecatedapiendpoints;

import io.greenroom.history.PastSessions;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.live.LiveTables;
import io.greenroom.live.Retention;
import io.greenroom.parts.schedules.Kind;
import io.greenroom.parts.schedules.Schedules;
import java.util.List;

/** Lists the files that were sent in the chats of past sessions of one kind. */
final class PastFilesHandler {
    private static final int MOST = 10_000;

    private final Kind kind;
    private final PastSessions past;
    private final Schedules schedules;

    PastFilesHandler(Kind kind) {
        this.kind = kind;
        this.past = new PastSessions(kind);
        this.schedules = new Schedules(kind);
    }

    Doc list(Call call) {
        Doc session = session(call);
        List<Doc> files = Retention.keepsFiles(call, session) ? files(call, session) : List.of();
        return call.blank("MeetingFileList")
                .put(
                        "in_meeting_files",
                        files.stream()
                                .map(file ->
                                        call.as("MeetingFile", file).put("download_url", FileLinks.path(call, file)))
                                .toList());
    }

    private static List<Doc> files(Call call, Doc session) {
        return call.store()
                .in(LiveTables.FILES)
                .where("session", session.text("uuid"))
                .page(Query.Start.FIRST, MOST)
                .documents();
    }

    /** The session that the path names; a user-level token reaches the user's own only. */
    private Doc session(Call call) {
        String named = call.path(kind.word() + "Id");
        return past.find(call, named)
                .filter(session -> !call.ownOnly()
                        || session.text("host_id").equals(call.caller().userId()))
                .orElseThrow(() -> PastSessions.isNumber(named) && schedules.isElsewhere(call, named)
                        ? call.refuse("host-foreign", "accountId", call.store().account())
                        : call.refuse(kind.word() + "-not-ended"));
    }
}
