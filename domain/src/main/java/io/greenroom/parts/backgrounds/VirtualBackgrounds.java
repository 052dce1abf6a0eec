package io.greenroom.parts.backgrounds;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.NewMedia;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Texts;
import io.greenroom.kernel.http.body.FormParts.FilePart;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.pictures.PictureFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The virtual backgrounds of accounts, groups and users. Threads may share it. */
public final class VirtualBackgrounds {
    public static final Table BACKGROUNDS =
            Table.of("virtual_backgrounds", "VirtualBackgroundRecord").columns("owner_id");

    private static final int PER_OWNER = 10;
    private static final int LONGEST_NAME = 255;
    private static final String FIELD = "file";

    /**
     * The owner of the backgrounds in a request.
     *
     * @param call the request's, in the account that keeps them
     * @param id of the account, the group or the user
     */
    public record Owner(Call call, String id) {}

    /**
     * Serves an operation that adds a background.
     *
     * @param whose finds the owner, or refuses
     */
    public void bindAdding(Bindings on, String operationId, Function<Call, Owner> whose) {
        on.before(operationId, call -> encode(whose.apply(call)));
        on.doc(operationId, call -> add(whose.apply(call)));
    }

    /**
     * Serves an operation that removes backgrounds.
     *
     * @param whose finds the owner, or refuses
     */
    public void bindRemoving(Bindings on, String operationId, Function<Call, Owner> whose) {
        on.done(operationId, call -> remove(whose.apply(call)));
    }

    /** Encodes the uploaded picture again before the unit that refers to it. */
    private Supplier<Object> encode(Owner owner) {
        refuseFull(owner);
        Call call = owner.call();
        String name = "background-" + call.ids().secret();
        Path file = call.file(FIELD).orElseThrow().path();
        return () -> PictureFile.encodeAgain(file)
                .map(kind -> new NewMedia(name, file))
                .orElseThrow(() -> call.refuse("background-type"));
    }

    private Doc add(Owner owner) {
        refuseFull(owner);
        Call call = owner.call();
        FilePart file = call.file(FIELD).orElseThrow();
        return call.store()
                .insert(
                        BACKGROUNDS,
                        call.blank(BACKGROUNDS)
                                .put("id", call.ids().next())
                                .put("name", Texts.cut(file.fileName(), LONGEST_NAME))
                                .put("type", "image")
                                .put("is_default", false)
                                .put("size", file.size())
                                .put("owner_id", owner.id())
                                .put("media", call.useMedia()));
    }

    private void refuseFull(Owner owner) {
        if (of(owner.call(), owner.id()).size() >= PER_OWNER) {
            throw owner.call().refuse("background-max");
        }
    }

    /** The backgrounds of an owner, oldest first. */
    public List<Doc> of(Call call, String ownerId) {
        return call.store().in(BACKGROUNDS).where("owner_id", ownerId).list();
    }

    private static void remove(Owner owner) {
        Call call = owner.call();
        String ids = call.query().text("file_ids");
        Arrays.stream(ids.split(",", -1)).map(String::strip).distinct().forEach(id -> {
            Doc background = call.store()
                    .find(BACKGROUNDS, id)
                    .filter(found -> found.text("owner_id").equals(owner.id()))
                    .orElseThrow(() -> call.refuse("file-ids-invalid"));
            delete(call, background);
        });
    }

    /** Deletes all backgrounds of an owner. */
    public void forget(Call call, String ownerId) {
        of(call, ownerId).forEach(background -> delete(call, background));
    }

    /** Deletes the files of all backgrounds of a deleted account. */
    public void forgetFiles(Call call) {
        call.forgetMedia(BACKGROUNDS, "media");
    }

    private static void delete(Call call, Doc background) {
        call.store().delete(BACKGROUNDS, background);
        call.forgetMedia(background.text("media"));
    }

    /** Moves an owner's backgrounds to another account. */
    public void move(Transaction from, Transaction to, String ownerId) {
        from.in(BACKGROUNDS).where("owner_id", ownerId).list().forEach(background -> {
            from.delete(BACKGROUNDS, background);
            to.insert(BACKGROUNDS, background.as(background.schema()));
        });
    }
}
