package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.http.body.ContentKind;
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

    /**
     * An uploaded picture.
     *
     * @param name its file name, unique for the user
     * @param digest its SHA-256
     */
    private record Picture(String name, String digest) {}

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
            try {
                String name = id + (ContentKind.of(file) == ContentKind.PNG ? ".png" : ".jpg");
                Picture picture = new Picture(name, digest(Files.readAllBytes(file)));
                if (!policy.refusesPicture(picture.digest())) {
                    call.media().keep(Pictures.key(user.id(), name), file);
                }
                return picture;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private void change(Call call) {
        Doc user = changeable(call);
        Picture picture = call.prepared(Picture.class);
        if (UserPolicy.of(call.store()).refusesPicture(picture.digest())) {
            throw call.refuse("picture-explicit");
        }
        String key = Pictures.key(user.id(), picture.name());
        Doc changed = user.copy().put("picture", key).put("pic_url", Pictures.path(user.id(), picture.name()));
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

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new ContractViolation("SHA-256 is part of every JDK", e);
        }
    }
}
