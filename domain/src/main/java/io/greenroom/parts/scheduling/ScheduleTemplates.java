package io.greenroom.parts.scheduling;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.parts.schedules.Kind;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The templates of users for one kind of schedules. The control API creates them, as the vendor's web portal does. */
public final class ScheduleTemplates {
    private static final Table MEETINGS = table("meeting_templates", "MeetingTemplateRecord");
    private static final Table WEBINARS = table("webinar_templates", "WebinarTemplateRecord");
    private static final int MOST = 40;

    private final Kind kind;

    public ScheduleTemplates(Kind kind) {
        this.kind = kind;
    }

    private static Table table(String name, String schema) {
        return Table.of(name, schema).columns("user_id").counted("user_id").goesWith("user", "user_id");
    }

    /** Where the templates for one kind are kept. */
    public static Table table(Kind kind) {
        return switch (kind) {
            case MEETING -> MEETINGS;
            case WEBINAR -> WEBINARS;
        };
    }

    /** Binds the operation that creates templates. */
    public void bind(Bindings on, HostDirectory hosts) {
        on.doc("control" + kind.prefix() + "TemplateCreate", call -> create(call, hosts));
    }

    private Query of(Call call, Doc user) {
        return call.store().in(table(kind)).where("user_id", user.id());
    }

    /**
     * The templates of the user that the path names.
     *
     * @param check refuses users who may not have any
     */
    public Page list(Call call, HostDirectory hosts, BiConsumer<Call, Doc> check) {
        Doc user = hosts.find(call, call.path("userId")).orElseThrow(() -> call.refuse("user-absent"));
        check.accept(call, user);
        return Page.whole(of(call, user).list());
    }

    private Doc create(Call call, HostDirectory hosts) {
        Doc user = hosts.user(call, call.path("userId"));
        if (of(call, user).count() == MOST) {
            throw call.refuse("meeting-templates-full");
        }
        Doc template = call.blank(table(kind))
                .take(call.body())
                .put("id", call.ids().next())
                .put("user_id", user.id());
        return call.store().insert(table(kind), template);
    }

    /** The template of a user with an id. */
    Optional<Doc> find(Call call, Doc user, String id) {
        return call.store().find(table(kind), id).filter(template -> template.text("user_id")
                .equals(user.id()));
    }
}
