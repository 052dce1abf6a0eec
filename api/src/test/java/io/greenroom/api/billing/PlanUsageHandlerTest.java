package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@GreenroomTest
class PlanUsageHandlerTest {

    @Test
    void countsUsersOfThePlan(Scene scene) {
        Customer customer = Customer.with(
                scene,
                "monthly",
                5,
                """
                "plan_webinar": [{"type": "webinar500_monthly", "hosts": 2}],
                "plan_large_meeting": [{"type": "large500_yearly", "hosts": 1}],
                "plan_zoom_rooms": {"type": "zroom_monthly", "hosts": 3},
                "plan_recording": "cmr_monthly_commitment_100\"""");
        Doc before = usage(scene, customer.id());
        assertThat(before.docs("plan_base").getFirst().number("usage")).isEqualTo(1);
        assertThat(before.docs("plan_webinar").getFirst().number("usage")).isZero();

        Doc ada = customer.scene().user("ada@below.example");
        customer.scene()
                .ask("userSettingsUpdate", ada.id())
                .body("{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500, \"large_meeting\": true,"
                        + " \"large_meeting_capacity\": 500}}")
                .announcing("user.settings_updated")
                .expect(204);

        Doc after = usage(scene, customer.id());
        assertThat(after.docs("plan_base").getFirst().number("usage")).isEqualTo(2);
        assertThat(after.docs("plan_base").getFirst().number("hosts")).isEqualTo(5);
        assertThat(after.docs("plan_webinar").getFirst().number("usage")).isEqualTo(1);
        assertThat(after.docs("plan_large_meeting").getFirst().number("usage")).isEqualTo(1);
        assertThat(after.docs("plan_zoom_rooms").getFirst().number("hosts")).isEqualTo(3);
        assertThat(after.doc("plan_recording").text("free_storage")).isEqualTo("5 GB");
        assertThat(after.doc("plan_recording").text("plan_storage")).isEqualTo("500 GB");
        assertThat(after.names()).doesNotContain("plan_united");
    }

    private static Doc usage(Scene scene, String account) {
        return scene.ask("getPlanUsage", account).served().json();
    }

    @Test
    void knowsTheOwnAccount(Scene scene) {
        scene.user("ada@example.org");

        Doc usage = scene.askWith("account:read:admin", "getPlanUsage", "me")
                .served()
                .json();

        assertThat(usage.docs("plan_base").getFirst().text("type")).isEqualTo("enterprise");
        assertThat(usage.docs("plan_base").getFirst().number("usage")).isEqualTo(2);
        assertThat(usage.docs("plan_webinar")).isEmpty();
        assertThat(scene.askWith("billing:master", "getPlanUsage", scene.account())
                        .served()
                        .json())
                .isEqualTo(usage);
    }

    @Test
    void isOfPaidAccountsInReach(Scene scene) {
        Customer customer = Customer.open(scene);

        scene.ask("getPlanUsage", customer.id()).refused("account-unpaid");
        customer.scene().ask("getPlanUsage", "me").refused("account-unpaid");
        customer.scene().advance(Duration.ofSeconds(2));
        customer.scene().ask("getPlanUsage", scene.account()).refused("account-missing");
        scene.elsewhere().ask("getPlanUsage", customer.id()).refused("account-missing");
        scene.askWith("account:read:admin", "getPlanUsage", customer.id())
                .refused("scope-missing", "scopes", "billing:master");
        scene.without("partner");
        scene.ask("getPlanUsage", customer.id()).refused("not-a-master");
    }
}
