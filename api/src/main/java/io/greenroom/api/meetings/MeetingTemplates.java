package io.greenroom.api.meetings;

import io.greenroom.api.users.Users;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Table;
import java.util.Optional;

/** The meeting templates of users. The control API creates them, as the web portal of the vendor does. */
final class MeetingTemplates {
    static final Table TEMPLATES = Table.of("meeting_templates", "MeetingTemplateRecord")
            .columns("user_id")
            .counted("user_id")
            .goesWith("user", "user_id");
    private static final int MOST = 40;

    private final Users users;

    MeetingTemplates(Users users) {
        this.users = users;
    }

    void bind(Bindings on) {
        on.page("listMeetingTemplates", this::list);
        on.doc("controlMeetingTemplateCreate", this::create);
    }

    private Page list(Call call) {
        Doc user = users.find(call, call.path("userId")).orElseThrow(() -> call.refuse("user-absent"));
        return Page.whole(call.store().in(TEMPLATES).where("user_id", user.id()).list());
    }

    private Doc create(Call call) {
        Doc user = users.require(call, call.path("userId"));
        if (call.store().in(TEMPLATES).where("user_id", user.id()).count() == MOST) {
            throw call.refuse("meeting-templates-full");
        }
        Doc template = call.blank(TEMPLATES)
                .take(call.body())
                .put("id", call.ids().next())
                .put("user_id", user.id());
        return call.store().insert(TEMPLATES, template);
    }

    /** The template of a user with an id. */
    static Optional<Doc> find(Call call, Doc user, String id) {
        return call.store().find(TEMPLATES, id).filter(template -> template.text("user_id")
                .equals(user.id()));
    }
}
