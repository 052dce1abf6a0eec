package io.greenroom.api.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class UserPeopleTest {
    private final People people = new UserPeople();

    @Test
    void findsUsersOfAllAccountsAtSignIn(Scene scene) {
        Doc ada = TestUsers.member(scene, "ada");

        People.Person person = scene.elsewhere()
                .inside(unit -> people.byLogin(unit, "ADA@first.example"))
                .orElseThrow();

        assertThat(person.id()).isEqualTo(ada.id());
        assertThat(person.account()).isEqualTo(scene.account());
        assertThat(person.active()).isTrue();
        assertThat(person.administrator()).isFalse();
        assertThat(person.displayName()).isEqualTo("ada@first.example");
        assertThat(scene.installation().scope().passwords().matches(TestUsers.PASSWORD, person.passwordHash()))
                .isTrue();
    }

    @Test
    void knowsOwnersForAdministratorsAndHasNoPasswordForRobots(Scene scene) {
        Doc robot = scene.user("robot@example.org");

        People.Person owner =
                scene.inside(unit -> people.byId(unit, scene.owner())).orElseThrow();
        People.Person machine =
                scene.inside(unit -> people.byId(unit, robot.id())).orElseThrow();

        assertThat(owner.administrator()).isTrue();
        assertThat(owner.displayName()).isEqualTo("Olivia Owner");
        assertThat(machine.passwordHash()).isEmpty();
    }

    @Test
    void offersActiveUsersOnly(Scene scene) {
        scene.pendingUser("pia@example.org");

        List<People.Person> offered = scene.inside(unit -> people.first(unit, 10));

        assertThat(offered).extracting(People.Person::id).containsExactly(scene.owner());
    }

    @Test
    void replacesAHashUnlessThePasswordHasChanged(Scene scene) {
        TestUsers.member(scene, "ada");
        People.Person person =
                scene.inside(unit -> people.byLogin(unit, "ada@first.example")).orElseThrow();

        assertThat(rehashed(scene, person, "first")).isEqualTo("first");
        assertThat(rehashed(scene, person, "second")).isEqualTo("first");
    }

    private String rehashed(Scene scene, People.Person person, String hash) {
        return scene.inside(unit -> {
            people.rehash(unit, person, hash);
            return people.byId(unit, person.id()).orElseThrow().passwordHash();
        });
    }
}
