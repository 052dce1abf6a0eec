package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.parts.members.UserGroups;
import io.greenroom.parts.profiles.UserState;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The users of an account: list, create, get, update, delete. */
final class UserHandler {
    /** Fields that a list contains only when the query asks for them. */
    private static final List<String> ON_DEMAND = List.of("custom_attributes", "host_key");

    private final UserDirectory directory;
    private final UserCreation creation;
    private final UserChange change;
    private final UserRemoval removal;

    UserHandler(UserDirectory directory, UserCreation creation, UserChange change, UserRemoval removal) {
        this.directory = directory;
        this.creation = creation;
        this.change = change;
        this.removal = removal;
    }

    void bind(Bindings on) {
        on.page("users", this::list);
        on.doc("userCreate", creation::create);
        on.doc("user", this::show);
        on.done("userUpdate", change::change);
        on.done("userDelete", removal::remove);
    }

    private Page list(Call call) {
        Query query = call.store().in(USERS).where("status", call.query().text("status"));
        call.query().optionalText("role_id").ifPresent(role -> query.where("role_id", role));
        return Page.of(query.page(call.page().start(), call.page().size())).map(row(call));
    }

    /** A user in the list. Pending users have no id there; some fields are optional. */
    private static UnaryOperator<Doc> row(Call call) {
        Optional<String> included = call.query().optionalText("include_fields");
        return user -> {
            Doc row = call.as("UserRow", UserGroups.shown(call, user));
            ON_DEMAND.stream()
                    .filter(field -> !included.filter(field::equals).isPresent())
                    .forEach(row::remove);
            return UserState.of(user) == UserState.PENDING ? row.remove("id") : row;
        };
    }

    /** The creation time of a pending user is the current time (https://developers.zoom.us/docs/api/users/). */
    private Doc show(Call call) {
        Doc user = UserGroups.shown(call, directory.asked(call));
        return UserState.of(user) == UserState.PENDING ? user.copy().put("created_at", call.second()) : user;
    }
}
