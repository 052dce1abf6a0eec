package io.greenroom.parts.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.Call;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GreenroomTest
class MembersTest {
    private final Crowd crowd = new Crowd();
    private final Members members = new Members(Members.table("group_members"), "group_ids", crowd);

    /** Groups and members in memory. */
    private static final class Crowd implements People {
        private final Map<String, Doc> people = new HashMap<>();

        private Doc come(Call call, String id) {
            Doc person = call.blank("UserRow").put("id", id);
            people.put(id, person);
            return person;
        }

        @Override
        public Optional<Doc> findMember(Call call, String who) {
            return Optional.ofNullable(people.get(who));
        }

        @Override
        public Doc keep(Transaction store, Doc person) {
            people.put(person.id(), person);
            return person;
        }

        private List<String> groupsOf(String id) {
            return person(id).texts("group_ids");
        }

        private Doc person(String id) {
            return Objects.requireNonNull(people.get(id));
        }
    }

    private void join(Call call, String groupId, String userId) {
        members.join(call, groupId, crowd.person(userId));
    }

    @Test
    void haveTheirGroupsInOrder(Scene scene) {
        scene.internally(call -> {
            crowd.come(call, "ada");
            join(call, "a", "ada");
            join(call, "b", "ada");
            join(call, "a", "ada");
            assertThat(crowd.groupsOf("ada")).containsExactly("a", "b");

            members.setFirst(call.store(), "b", crowd.person("ada"));
            assertThat(crowd.groupsOf("ada")).containsExactly("b", "a");
            members.move(call, "a", "c", crowd.person("ada"));
            assertThat(crowd.groupsOf("ada")).containsExactly("b", "c");
            members.move(call, "b", "c", crowd.person("ada"));
            assertThat(crowd.groupsOf("ada")).containsExactly("c");
            assertThat(members.count(call.store(), "c")).isEqualTo(1);
            assertThat(members.count(call.store(), "a")).isZero();
            return call;
        });
    }

    @Test
    void leaveGroups(Scene scene) {
        scene.internally(call -> {
            crowd.come(call, "ada");
            join(call, "a", "ada");
            join(call, "b", "ada");
            members.leave(call.store(), "a", crowd.person("ada"));
            assertThat(crowd.groupsOf("ada")).containsExactly("b");
            assertThat(members.has(call.store(), "a", "ada")).isFalse();
            call.store().forget("user", "ada");
            assertThat(members.has(call.store(), "b", "ada")).isFalse();
            return call;
        });
    }

    @Test
    void loseAGroupThatIsDissolvedByAndByWhereTheyAreMany(Scene scene) {
        int many = 501;
        scene.internally(call -> {
            for (int i = 0; i < many; i++) {
                crowd.come(call, "user" + i);
                join(call, "a", "user" + i);
                join(call, "b", "user" + i);
            }
            assertThat(members.count(call.store(), "a")).isEqualTo(many);

            members.dissolve(call, "a");
            assertThat(members.count(call.store(), "a")).isEqualTo(401);
            for (int round = 0; round < 5; round++) {
                members.dissolve(call, "a");
            }

            assertThat(members.count(call.store(), "a")).isZero();
            assertThat(members.count(call.store(), "b")).isEqualTo(many);
            assertThat(crowd.groupsOf("user500")).containsExactly("b");
            return call;
        });
    }
}
