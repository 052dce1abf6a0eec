package io.greenroom.api.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AccountDomainsHandlerTest {

    @Test
    void listsDomains(Scene scene) {
        Scene below = Below.open(scene, "una");
        below.change(row -> row.put("plan", "pro").put("managed_domains", List.of("below.example", "low.example")));
        Below.profile(below, profile -> profile.put("trusted_domains", List.of("friend.example")));

        Doc managed =
                scene.ask("accountManagedDomain", below.account()).served().json();
        assertThat(managed.number("total_records")).isEqualTo(2);
        assertThat(managed.docs("domains").getFirst().text("domain")).isEqualTo("below.example");
        assertThat(managed.docs("domains").getFirst().text("status")).isEqualTo("managed");
        assertThat(scene.ask("accountTrustedDomain", below.account())
                        .served()
                        .json()
                        .texts("trusted_domains"))
                .containsExactly("friend.example");
        assertThat(scene.ask("accountManagedDomain", "me").served().json().docs("domains"))
                .extracting(domain -> domain.text("domain"))
                .containsExactly("first.example");
        assertThat(scene.ask("accountTrustedDomain", scene.account())
                        .served()
                        .json()
                        .texts("trusted_domains"))
                .isEmpty();
    }

    @Test
    void listsDomainsOfPaidAccountsInReach(Scene scene) {
        Scene below = Below.open(scene, "una");

        for (String operation : List.of("accountManagedDomain", "accountTrustedDomain")) {
            scene.ask(operation, below.account()).refused("account-unpaid");
            below.ask(operation, scene.account()).refused("account-missing");
            scene.ask(operation, "nothing").refused("account-missing");
        }
    }
}
