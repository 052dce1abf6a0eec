package io.greenroom.parts.members;

import io.greenroom.kernel.Bindings;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.Page;
import io.greenroom.kernel.doc.ContractViolation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Query;
import io.greenroom.kernel.store.Table;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.profiles.UserState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The members of one kind of group. Each membership is stored twice, in the same unit: as a row of its own, by which a
 * group's members are listed and counted, and in the user's list of groups. Threads may share it.
 */
public final class Members {
    private static final int GROUPS_PER_PERSON = 1000;

    /** The number of memberships that one unit ends, so that other units need not wait for it. */
    private static final int AT_ONCE = 100;

    private final Table table;
    private final String field;
    private final People people;

    /**
     * Members of one kind of group.
     *
     * @param table the memberships, made by {@link #table}
     * @param field the user's field with the ids of their groups, in order
     * @param people finds the users who may be members
     */
    public Members(Table table, String field, People people) {
        this.table = table;
        this.field = field;
        this.people = people;
    }

    /** A table of memberships. */
    public static Table table(String name) {
        return Table.of(name, "MembershipRecord")
                .key("group_id", "user_id")
                .columns("group_id", "user_id")
                .counted("group_id")
                .goesWith("user", "user_id");
    }

    /** The number of members of a group. */
    public long count(Transaction store, String groupId) {
        return store.in(table).where("group_id", groupId).count();
    }

    public boolean has(Transaction store, String groupId, String userId) {
        return store.find(table, groupId + "/" + userId).isPresent();
    }

    /** One page of a group's members, oldest membership first. */
    public Page page(Call call, String groupId) {
        Query.Slice slice = call.store()
                .in(table)
                .where("group_id", groupId)
                .page(call.page().start(), call.page().size());
        return Page.of(slice).map(row -> person(call, row));
    }

    private Doc person(Call call, Doc row) {
        return people.findMember(call, row.text("user_id"))
                .orElseThrow(() -> new ContractViolation("There is no member " + row));
    }

    /**
     * Adds the users that a request names by id or, without one, by e-mail address. Unknown users are ignored, as are
     * pending ones if the operation says so, and existing members stay members.
     *
     * @return the ids of the named users, who are all members now
     */
    public Doc add(Call call, String groupId) {
        Set<String> ids = new LinkedHashSet<>();
        for (Doc named : call.body().docs("members")) {
            people.findMember(call, nameOf(named))
                    .filter(person -> !UserState.isIgnored(call, person))
                    .ifPresent(person -> {
                        if (person.texts(field).size() >= GROUPS_PER_PERSON && !isIn(person, groupId)) {
                            throw call.refuse("member-groups-max", "userId", person.id());
                        }
                        join(call, groupId, person);
                        ids.add(person.id());
                    });
        }
        return call.blank("MembersAdded").put("ids", String.join(",", ids)).put("added_at", call.second());
    }

    /** An empty id counts as none. */
    private static String nameOf(Doc named) {
        return named.optionalText("id").filter(id -> !id.isEmpty()).orElseGet(() -> named.text("email", ""));
    }

    private boolean isIn(Doc person, String groupId) {
        return person.texts(field).contains(groupId);
    }

    /** Adds a user to a group, as the last of the user's groups, unless the user is a member already. */
    public void join(Call call, String groupId, Doc person) {
        if (!isIn(person, groupId)) {
            insert(call, groupId, person.id());
            change(call.store(), person, groups -> groups.add(groupId));
        }
    }

    private void insert(Call call, String groupId, String userId) {
        call.store()
                .insert(
                        table,
                        call.blank(table)
                                .put("group_id", groupId)
                                .put("user_id", userId)
                                .put("added_at", call.second()));
    }

    /** Ends a membership. */
    public void leave(Transaction store, String groupId, Doc person) {
        store.find(table, groupId + "/" + person.id()).ifPresent(row -> store.delete(table, row));
        change(store, person, groups -> groups.remove(groupId));
    }

    /** Moves a member to another group, which takes the former one's place in the user's list of groups. */
    public void move(Call call, String fromId, String toId, Doc person) {
        if (fromId.equals(toId)) {
            return;
        }
        call.store().find(table, fromId + "/" + person.id()).ifPresent(row -> call.store()
                .delete(table, row));
        if (!isIn(person, toId)) {
            insert(call, toId, person.id());
        }
        change(call.store(), person, groups -> {
            groups.remove(toId);
            groups.set(groups.indexOf(fromId), toId);
        });
    }

    /** Puts a group first in the user's list of groups. */
    public void setFirst(Transaction store, String groupId, Doc person) {
        change(store, person, groups -> {
            groups.remove(groupId);
            groups.addFirst(groupId);
        });
    }

    private void change(Transaction store, Doc person, Consumer<List<String>> change) {
        List<String> groups = new ArrayList<>(person.texts(field));
        change.accept(groups);
        if (!groups.equals(person.texts(field))) {
            people.keep(store, person.copy().put(field, groups));
        }
    }

    /**
     * Ends all memberships of a deleted group. Of a large group, each unit ends a batch of them; until the last one,
     * users still carry the group's id, which resolves to no group.
     */
    public void dissolve(Call call, String groupId) {
        Query.Slice some = call.store().in(table).where("group_id", groupId).page(Query.Start.FIRST, AT_ONCE);
        some.documents().forEach(row -> leave(call.store(), groupId, person(call, row)));
        if (some.more()) {
            // Not immediately, so that work due for other accounts runs in between.
            call.later(dissolution(), groupId, call.now().plusMillis(1));
        }
    }

    private String dissolution() {
        return table.name() + "-dissolution";
    }

    /** Continues the dissolution of large groups. */
    public void bind(Bindings on) {
        on.due(dissolution(), this::dissolve);
    }
}
