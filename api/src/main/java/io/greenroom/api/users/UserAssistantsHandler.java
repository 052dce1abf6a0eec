package io.greenroom.api.users;

import static io.greenroom.api.users.UserDirectory.USERS;

import io.greenroom.api.users.facts.LicenceLost;
import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.profiles.UserState;
import io.greenroom.parts.profiles.UserType;
import java.util.ArrayList;
import java.util.List;

/** The assistants of a user, who schedule meetings for them, and the schedulers of an assistant. */
final class UserAssistantsHandler {
    static final Table ASSISTANTS = Table.of("assistants", "AssistantRecord")
            .key("user_id", "assistant_id")
            .columns("user_id", "assistant_id")
            .goesWith("user", "user_id")
            .goesWith("user", "assistant_id");
    private static final int MOST = 30;

    private final UserDirectory directory;

    UserAssistantsHandler(UserDirectory directory) {
        this.directory = directory;
    }

    void bind(Bindings on) {
        on.page("userAssistants", this::assistants);
        on.doc("userAssistantCreate", this::add);
        on.done("userAssistantsDelete", call -> end(assistantsOf(call), call.store()));
        on.done("userAssistantDelete", this::removeAssistant);
        on.page("userSchedulers", this::schedulers);
        on.done("userSchedulersDelete", call -> end(schedulersOf(call), call.store()));
        on.done("userSchedulerDelete", this::removeScheduler);
        on.fact(
                LicenceLost.class,
                (call, lost) -> forget(call.store(), lost.user().id()));
    }

    static boolean maySchedule(Transaction store, String assistantId, String userId) {
        return store.find(ASSISTANTS, userId + "/" + assistantId).isPresent();
    }

    private Page assistants(Call call) {
        return people(call, assistantsOf(call), "assistant_id");
    }

    private Page schedulers(Call call) {
        return people(call, schedulersOf(call), "user_id");
    }

    private Query assistantsOf(Call call) {
        return relations(call.store(), "user_id", directory.named(call).id());
    }

    private Query schedulersOf(Call call) {
        return relations(call.store(), "assistant_id", directory.named(call).id());
    }

    private static Query relations(Transaction store, String side, String userId) {
        return store.in(ASSISTANTS).where(side, userId);
    }

    private static Page people(Call call, Query relations, String otherSide) {
        return Page.whole(relations.list().stream()
                .flatMap(relation -> call.store().find(USERS, relation.text(otherSide)).stream())
                .toList());
    }

    /** Assistants start meetings as the user. */
    private Doc add(Call call) {
        Doc user = directory.named(call);
        directory.requireAuthorityOver(call, user);
        if (!UserType.of(user).isPaid()) {
            throw call.refuse("user-not-licensed");
        }
        List<String> ids = new ArrayList<>();
        for (Doc named : call.body().docs("assistants")) {
            Doc assistant = assistant(call, user, named);
            call.store()
                    .insert(
                            ASSISTANTS,
                            call.blank(ASSISTANTS)
                                    .put("user_id", user.id())
                                    .put("assistant_id", assistant.id())
                                    .put("added_at", call.second()));
            ids.add(assistant.id());
        }
        return call.blank("AssistantsAdded").put("ids", String.join(",", ids)).put("add_at", call.second());
    }

    private Doc assistant(Call call, Doc user, Doc named) {
        String who = named.optionalText("id").filter(id -> !id.isEmpty()).orElseGet(() -> named.text("email", ""));
        Doc assistant = directory
                .find(call, who)
                .filter(found -> UserState.of(found) == UserState.ACTIVE)
                .orElseThrow(() -> call.refuse("assistant-missing", "email", who));
        String email = assistant.text("email");
        if (assistant.id().equals(user.id())) {
            throw call.refuse("assistant-is-self");
        }
        if (!UserType.of(assistant).isPaid()) {
            throw call.refuse("assistant-not-licensed", "email", email);
        }
        if (call.store().find(ASSISTANTS, user.id() + "/" + assistant.id()).isPresent()) {
            throw call.refuse("assistant-twice", "email", email);
        }
        if (isFull(call, "user_id", user)) {
            throw call.refuse("assistants-max");
        }
        if (isFull(call, "assistant_id", assistant)) {
            throw call.refuse("schedulers-max", "email", email);
        }
        return assistant;
    }

    private static boolean isFull(Call call, String side, Doc user) {
        return relations(call.store(), side, user.id()).list().size() >= MOST;
    }

    private void removeAssistant(Call call) {
        remove(call, directory.named(call), directory.require(call, call.path("assistantId")));
    }

    private void removeScheduler(Call call) {
        Doc assistant = directory.named(call);
        remove(call, directory.require(call, call.path("schedulerId")), assistant);
    }

    /** Succeeds also for users who are no assistants. */
    private static void remove(Call call, Doc user, Doc assistant) {
        call.store().find(ASSISTANTS, user.id() + "/" + assistant.id()).ifPresent(relation -> call.store()
                .delete(ASSISTANTS, relation));
    }

    private static void forget(Transaction store, String userId) {
        end(relations(store, "user_id", userId), store);
        end(relations(store, "assistant_id", userId), store);
    }

    private static void end(Query relations, Transaction store) {
        relations.list().forEach(relation -> store.delete(ASSISTANTS, relation));
    }
}
