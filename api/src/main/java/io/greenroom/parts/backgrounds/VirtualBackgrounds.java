package io.greenroom.parts.backgrounds;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.Doc;
import io.greenroom.kernel.http.FormParts.FilePart;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The virtual backgrounds of whoever may have some. Threads may share it. */
public final class VirtualBackgrounds {
    public static final Table BACKGROUNDS =
            Table.of("virtual_backgrounds", "VirtualBackgroundRecord").columns("owner_id");

    private static final int PER_OWNER = 10;
    private static final int LONGEST_NAME = 255;
    private static final String FIELD = "file";

    /**
     * Keeps the file that a request brings, before the unit that names it.
     *
     * @param full the failure for an owner who has as many as possible
     */
    public Supplier<Object> keepFile(Call call, String ownerId, String full) {
        refuseFull(call, ownerId, full);
        String name = "background-" + call.ids().next();
        FilePart file = call.file(FIELD).orElseThrow();
        return () -> {
            call.media().keep(name, file.path());
            return name;
        };
    }

    /**
     * Adds the file that a request has brought.
     *
     * @param full the failure for an owner who has as many as possible
     */
    public Doc add(Call call, String ownerId, String full) {
        refuseFull(call, ownerId, full);
        FilePart file = call.file(FIELD).orElseThrow();
        return call.store()
                .insert(
                        BACKGROUNDS,
                        call.blank(BACKGROUNDS)
                                .put("id", call.ids().next())
                                .put("name", shortened(file.fileName()))
                                .put("type", "image")
                                .put("is_default", false)
                                .put("size", file.size())
                                .put("owner_id", ownerId)
                                .put("media", call.prepared(String.class)));
    }

    private void refuseFull(Call call, String ownerId, String full) {
        if (of(call, ownerId).size() >= PER_OWNER) {
            throw call.refuse(full);
        }
    }

    /** As much of a file's name as the contract has room for. */
    private static String shortened(String fileName) {
        return fileName.substring(0, Math.min(fileName.length(), LONGEST_NAME));
    }

    /** The backgrounds of an owner, oldest first. */
    public List<Doc> of(Call call, String ownerId) {
        return call.store().in(BACKGROUNDS).where("owner_id", ownerId).list();
    }

    /**
     * Removes backgrounds of an owner.
     *
     * @param ids separated by commas
     * @param unknown the failure for an id that the owner has no background of
     */
    public void remove(Call call, String ownerId, String ids, String unknown) {
        Arrays.stream(ids.split(",", -1)).map(String::strip).distinct().forEach(id -> {
            Doc background = call.store()
                    .find(BACKGROUNDS, id)
                    .filter(found -> found.text("owner_id").equals(ownerId))
                    .orElseThrow(() -> call.refuse(unknown));
            delete(call, background);
        });
    }

    /** Removes all backgrounds of an owner. */
    public void forget(Call call, String ownerId) {
        of(call, ownerId).forEach(background -> delete(call, background));
    }

    /** Removes the files of all backgrounds of an account that goes. */
    public void forgetFiles(Call call) {
        call.forgetMedia(BACKGROUNDS, "media");
    }

    private static void delete(Call call, Doc background) {
        call.store().delete(BACKGROUNDS, background);
        call.forgetMedia(background.text("media"));
    }

    /** Carries an owner's backgrounds over to another account. */
    public void move(Transaction from, Transaction to, String ownerId) {
        from.in(BACKGROUNDS).where("owner_id", ownerId).list().forEach(background -> {
            from.delete(BACKGROUNDS, background);
            to.insert(BACKGROUNDS, background.as(background.schema()));
        });
    }
}
