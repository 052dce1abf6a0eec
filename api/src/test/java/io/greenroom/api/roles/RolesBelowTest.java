package io.greenroom.api.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;

/** The effect of a user's role on what their apps may do in sub accounts. */
@GreenroomTest
class RolesBelowTest {
    private static final String SCOPES =
            "user:master account:read:admin account:write:admin account:master user:write:admin";

    /** Privileges of a user who can install apps. */
    private static final String APPS = "MarketPlace:Edit";

    private static Scene below(Scene scene) {
        Doc created = scene.ask("accountCreate")
                .body(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "una@below.example",
                         "password": "Sesame-42-open"}""")
                .announcing("account.created")
                .served()
                .json();
        Scene below = scene.within(created.id());
        below.change(row -> row.put("plan", "pro"));
        return below;
    }

    private static void manage(Scene scene, Doc role, int level) {
        scene.ask("updateRole", role.id())
                .body("{\"sub_account_privileges\": {\"second_level\": " + level + "}}")
                .served();
    }

    private static Ask users(Scene scene, Doc user, Scene below) {
        return scene.askAsAdmin(user.id(), SCOPES, "users").in(below.account());
    }

    @Test
    void appliesARolesPrivilegesInSubAccounts(Scene scene) {
        Scene below = below(scene);
        Doc ada = scene.user("ada@example.org");
        Doc helpers = TestRoles.role(scene, "Helpers", "User:Read", APPS);
        TestRoles.assign(scene, ada, helpers.id());
        users(scene, ada, below).refused("no-permission");

        scene.ask("updateRole", helpers.id())
                .body("{\"privileges\": [\"SubAccount:Read\", \"MarketPlace:Edit\"]}")
                .served();
        users(scene, ada, below).refused("no-permission");
        for (int level : new int[] {2, 3}) {
            manage(scene, helpers, level);
            users(scene, ada, below).refused("no-permission");
        }

        scene.ask("updateRole", helpers.id())
                .body("{\"privileges\": [\"SubAccount:Read\", \"User:Read\", \"MarketPlace:Edit\"]}")
                .served();
        users(scene, ada, below).served();
        scene.askAsAdmin(ada.id(), SCOPES, "userCreate")
                .in(below.account())
                .body("{\"action\": \"custCreate\", \"user_info\": {\"email\": \"bea@below.example\", \"type\": 1}}")
                .refused("no-permission");
    }

    @Test
    void aRoleMayGrantOwnerRightsInSubAccounts(Scene scene) {
        Scene below = below(scene);
        Doc ada = scene.user("ada@example.org");
        Doc partners = TestRoles.role(scene, "Partners", "SubAccount:Read", APPS);
        TestRoles.assign(scene, ada, partners.id());
        users(scene, ada, below).refused("no-permission");

        manage(scene, partners, 1);
        users(scene, ada, below).served();
        scene.askAsAdmin(ada.id(), SCOPES, "accountSettings", below.account()).served();
        scene.askAsAdmin(ada.id(), SCOPES, "accountSettingsUpdate", below.account())
                .body("{}")
                .refused("no-permission");
        scene.askAsAdmin(ada.id(), SCOPES, "accountSettings", "me").refused("no-permission");

        scene.ask("roleMemberDelete", partners.id(), ada.id()).served();
        Doc readers = TestRoles.role(scene, "Readers", "SubAccount:Read", APPS);
        TestRoles.assign(scene, ada, readers.id());
        users(scene, ada, below).refused("no-permission");
    }

    @Test
    void refusesSubAccountsToAdministrators(Scene scene) {
        Scene below = below(scene);
        Doc ada = scene.user("ada@example.org");
        TestRoles.assign(scene, ada, "1");

        scene.askAsAdmin(ada.id(), SCOPES, "accountSettings", "me").served();
        scene.askAsAdmin(ada.id(), SCOPES, "accountSettings", scene.account()).served();
        for (String operation : new String[] {"accountSettings", "accountManagedDomain", "getAccountLockSettings"}) {
            scene.askAsAdmin(ada.id(), SCOPES, operation, below.account()).refused("no-permission");
        }
        scene.askAsAdmin(ada.id(), SCOPES, "updateAccountOwner", below.account())
                .body("{\"email\": \"una@below.example\"}")
                .refused("no-permission");
        scene.askAsAdmin(scene.owner(), SCOPES, "accountSettings", below.account())
                .served();
    }

    @Test
    void namesTheAccountIdOfMeInRefusals(Scene scene) {
        String refusal = scene.ask("updateAccountOwner", "me")
                .body("{\"email\": \"%s\"}"
                        .formatted(scene.user("ada@example.org").text("email")))
                .expect(400)
                .text();
        assertThat(refusal).contains("this account: " + scene.account() + ".");
    }
}
