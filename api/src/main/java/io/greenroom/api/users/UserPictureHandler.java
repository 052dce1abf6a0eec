package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.NewMedia;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.body.ContentKind;
import io.greenroom.parts.pictures.PictureFile;
import io.greenroom.parts.policies.UserPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;

/** The picture of one user. */
final class UserPictureHandler {
    private static final String FIELD = "pic_file";

    private final UserDirectory directory;

    UserPictureHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.before("userPicture", this::arrive);
        on.done("userPicture", this::change);
    }

    private Supplier<Object> arrive(Call call) {
        Doc user = changeable(call);
        UserPolicy policy = UserPolicy.of(call.store());
        Path file = call.file(FIELD).orElseThrow().path();
        String id = call.ids().secret();
        return () -> {
            if (policy.refusesPicture(digest(file))) {
                throw call.refuse("picture-explicit");
            }
            ContentKind kind = PictureFile.encodeAgain(file).orElseThrow(() -> call.refuse("picture-type"));
            String name = id + (kind == ContentKind.PNG ? ".png" : ".jpg");
            return new NewMedia(Pictures.key(user.id(), name), file);
        };
    }

    private void change(Call call) {
        Doc user = changeable(call);
        String key = call.useMedia();
        Doc changed =
                user.copy().put("picture", key).put("pic_url", Pictures.path(user.id(), Pictures.name(user.id(), key)));
        user.optionalText("picture").ifPresent(call::forgetMedia);
        UserEvents.announceChange(call, user, call.store().update(USERS, changed));
    }

    private Doc changeable(Call call) {
        Doc user = directory.named(call);
        if (!directory.mayEdit(call) && !UserPolicy.of(call.store()).letsUsersEditProfiles()) {
            throw call.refuse("admin-only-picture");
        }
        return user;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }
}
