package io.greenroom.parts.roles;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The roles that every account has. */
public enum SystemRole {
    OWNER("0", "Owner"),
    ADMIN("1", "Admin"),
    MEMBER("2", "Member");

    private final String id;
    private final String title;

    SystemRole(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Its privileges. */
    public List<String> privileges(Call call) {
        return Privileges.of(this, Privileges.all(call)).names();
    }

    /** The role with that id; empty when an account has defined it. */
    public static Optional<SystemRole> of(String roleId) {
        return Arrays.stream(values()).filter(role -> role.id.equals(roleId)).findFirst();
    }

    /** The role of a user; empty when the account has defined it. */
    public static Optional<SystemRole> of(Doc user) {
        return of(user.text("role_id"));
    }

    public static boolean isAdministrator(Doc user) {
        return of(user).filter(role -> role != MEMBER).isPresent();
    }

    public static boolean isOwner(Doc user) {
        return of(user).filter(role -> role == OWNER).isPresent();
    }

    /** Gives a user this role. */
    public Doc assign(Doc user) {
        return user.put("role_id", id)
                .put("role_name", title)
                .remove("privileges")
                .remove("second_level");
    }
}
