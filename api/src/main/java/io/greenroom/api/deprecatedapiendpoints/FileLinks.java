package io.greenroom.api.deprecatedapiendpoints;

import static io.greenroom.live.LiveTables.FILES;
import static io.greenroom.live.LiveTables.FILE_TEXTS;
import static io.greenroom.live.LiveTables.SESSIONS;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.Answer;
import io.greenroom.kernel.pages.PageLayout;
import io.greenroom.kernel.pages.Visit;
import io.greenroom.live.Retention;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Links that download files of chats without a token, as browsers follow them. They are signed, and work until the
 * files are deleted.
 */
final class FileLinks {
    /** The first segment of their paths. */
    static final String PLACE = "file";

    private static final String PURPOSE = "chat file";
    private static final String SEPARATOR = "/";
    private static final int NOT_FOUND = 404;

    private FileLinks() {}

    /** The path of a file. */
    static String path(Call call, Doc file) {
        String text = call.store().account() + SEPARATOR + file.id();
        return "/" + PLACE + "/" + call.signer().seal(PURPOSE, text);
    }

    /** Sends the file that a link names. */
    static Answer download(Visit visit) {
        return visit.opened(PURPOSE, visit.path("token"))
                .map(text -> text.split(SEPARATOR, 2))
                .flatMap(parts -> visit.read(parts[0], call -> file(call, parts[1])))
                .flatMap(Function.identity())
                .orElseGet(() -> new PageLayout()
                        .message(NOT_FOUND, "File not found", "The link is not valid, or the file has expired."));
    }

    private static Optional<Answer> file(Call call, String id) {
        return call.store()
                .find(FILES, id)
                .filter(file -> call.store()
                        .find(SESSIONS, file.text("session"))
                        .filter(session -> Retention.keepsFiles(call, session))
                        .isPresent())
                .flatMap(file -> call.store().find(FILE_TEXTS, id).map(text -> answer(file, text)));
    }

    /** Browsers save the file and never show it, so that it cannot act as a page of this server. */
    private static Answer answer(Doc file, Doc text) {
        String name = URLEncoder.encode(file.text("file_name"), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return Answer.bytes(200, "application/octet-stream", text.text("text").getBytes(StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff");
    }
}
