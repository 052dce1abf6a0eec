package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class PlanHandlerTest {
    private static final String ALL =
            """
            "plan_zoom_rooms": {"type": "zroom_monthly", "hosts": 2},
            "plan_room_connector": {"type": "roomconnector_yearly"},
            "plan_large_meeting": [{"type": "large500_monthly", "hosts": 3}],
            "plan_webinar": [{"type": "webinar500_monthly", "hosts": 1}, {"type": "webinar1000_monthly", "hosts": 2}],
            "plan_recording": "cmr_monthly_commitment_40",
            "plan_audio": {"type": "tollfree_payongo", "tollfree_countries": "US,MX", "ddi_numbers": 2},
            "plan_phone": {"plan_base": {"type": "phonebase_monthly", "callout_countries": "CA"},
                           "plan_calling": [{"type": "usca_metered_monthly", "hosts": 4}],
                           "plan_number": [{"type": "usca_number_monthly", "hosts": 5}]}""";

    @Test
    void subscribesToAllPlansAtOnce(Scene scene) {
        Customer customer = Customer.open(scene);

        Doc ordered =
                customer.subscribe("business_monthly", 10, ALL).expect(201).json();

        assertThat(ordered.doc("plan_base").number("hosts")).isEqualTo(10);
        assertThat(ordered.doc("plan_room_connector").number("hosts")).isEqualTo(1);
        assertThat(ordered.docs("plan_webinar"))
                .extracting(plan -> plan.text("type"))
                .containsExactly("webinar500_monthly", "webinar1000_monthly");
        assertThat(ordered.text("plan_recording")).isEqualTo("cmr_monthly_commitment_40");
        assertThat(ordered.doc("plan_audio").number("ddi_numbers")).isEqualTo(2);
        assertThat(ordered.doc("plan_phone").doc("plan_base").text("callout_countries"))
                .isEqualTo("CA");
        assertThat(ordered.doc("plan_phone").docs("plan_number").getFirst().number("hosts"))
                .isEqualTo(5);
        assertThat(ordered.has("contact")).isFalse();
        Doc plans = customer.plans();
        assertThat(plans.doc("plan_base").names())
                .containsExactlyInAnyOrder("type", "hosts", "service_effective_date", "next_invoice_date", "status");
        assertThat(plans.doc("plan_base").text("status")).isEqualTo("active");
        assertThat(plans.doc("plan_audio").text("tollfree_countries")).isEqualTo("US,MX");
        assertThat(plans.text("plan_recording_status")).isEqualTo("Active");
        assertThat(plans.doc("plan_phone").docs("plan_calling").getFirst().number("hosts"))
                .isEqualTo(4);
        assertThat(plans.doc("plan_room_connector").text("next_invoice_date"))
                .isGreaterThan(plans.doc("plan_base").text("next_invoice_date"));
    }

    @Test
    void showsPlansInTheAccount(Scene scene) {
        Customer customer = Customer.with(
                scene, "business_monthly", 12, "\"plan_webinar\": [{\"type\": \"webinar500_monthly\", \"hosts\": 1}]");

        assertThat(customer.row().text("plan")).isEqualTo("business");
        assertThat(customer.row().number("licences")).isEqualTo(12);
        assertThat(AccountFeatures.of(customer.row())).contains("paid", "dashboard", "webinar", "tsp");
        assertThat(AccountFeatures.of(customer.row())).doesNotContain("phone", "rooms", "large_meeting");
        Customer small = Customer.open(scene, "ute", "{}");
        small.subscribe("yearly", 3, "").served();
        assertThat(small.row().text("plan")).isEqualTo("pro");
        assertThat(AccountFeatures.of(small.row())).contains("paid").doesNotContain("dashboard", "webinar");
    }

    @Test
    void showsPlansInTheListOfTheMaster(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 4, "");

        Doc listed = scene.ask("accounts").served().json().docs("accounts").getFirst();

        assertThat(listed.text("account_type")).isEqualTo("pro");
        assertThat(listed.number("seats")).isEqualTo(4);
        assertThat(listed.text("subscription_end_time"))
                .isEqualTo(customer.plans().doc("plan_base").text("next_invoice_date") + "T00:00:00Z");
        scene.ask("accountDisassociate", customer.id()).refused("account-paid");
        customer.cancelBase().expect(204);
        customer.scene().advance(Duration.ofDays(32));
        Doc free = scene.ask("accounts").served().json().docs("accounts").getFirst();
        assertThat(free.text("account_type")).isEqualTo("free");
        assertThat(free.names()).doesNotContain("subscription_end_time");
    }

    @Test
    void sellsAsManyWebinarsAsThereAreHosts(Scene scene) {
        Customer customer = Customer.with(
                scene, "monthly", 3, "\"plan_webinar\": [{\"type\": \"webinar500_monthly\", \"hosts\": 1}]");
        Doc ada = customer.scene().user("ada@below.example");
        String webinars = "{\"feature\": {\"webinar\": true, \"webinar_capacity\": 500}}";

        give(customer, ada, webinars).announcing("user.settings_updated").expect(204);

        Doc bob = customer.scene().user("bob@below.example");
        give(customer, bob, webinars).refused("webinar-licences-max");
        customer.change("webinar500_monthly", 2).expect(204);
        give(customer, bob, webinars).announcing("user.settings_updated").expect(204);
        customer.change("webinar500_monthly", 1).refused("plan-change-failed");
    }

    private static Ask give(Customer customer, Doc user, String settings) {
        return customer.scene().ask("userSettingsUpdate", user.id()).body(settings);
    }

    @Test
    void keepsTheLimitsOfHosts(Scene scene) {
        Customer customer = Customer.open(scene);

        customer.subscribe("monthly", 0, "").refused("plan-hosts-few", "minBuyHost", "1");
        customer.subscribe("monthly", 10, "").refused("plan-hosts-many", "maxBuyHost", "9");
        customer.subscribe("business_yearly", 9, "").refused("plan-hosts-few", "minBuyHost", "10");
        customer.subscribe("edu20", 150, "").refused("plan-hosts-many", "maxBuyHost", "149");
        customer.subscribe("trial", 10_000, "").refused("plan-hosts-most");
        customer.scene().change(account -> account.put("plan", "pro"));
        customer.scene().user("ada@below.example");
        customer.scene().user("ben@below.example");
        customer.scene().change(account -> account.put("plan", "free"));
        customer.subscribe("monthly", 1, "").refused("plan-hosts-invalid");
        customer.subscribe("edu20", 20, "").served();
    }

    @Test
    void refusesInvalidOrders(Scene scene) {
        Customer customer = Customer.open(scene);
        Customer.decide(scene, known -> known.put("barred_plans", List.of("yearly", "large500_yearly")));
        Customer.decide(customer.scene(), known -> known.put("special_pricing", true));

        customer.subscribe("webinar500_monthly", 1, "").refused("plan-base-unknown", "accountId", customer.id());
        customer.subscribe("gold", 1, "").refused("plan-base-unknown");
        customer.subscribe("yearly", 1, "").refused("plan-barred");
        refuses(customer, "\"plan_large_meeting\": [{\"type\": \"large500_yearly\"}]", "plan-addon-barred");
        refuses(customer, "\"plan_zoom_rooms\": {\"type\": \"zroom_monthly\"}", "plan-rooms-special");
        refuses(customer, "\"plan_webinar\": [{\"type\": \"large500_monthly\"}]", "plan-type-unknown");
        refuses(
                customer,
                "\"plan_webinar\": [{\"type\": \"webinar500_yearly\"}, {\"type\": \"webinar500_yearly\"}]",
                "plan-already-there");
        refuses(customer, "\"plan_recording\": \"gold\"", "plan-recording-unknown");
        refuses(customer, "\"plan_audio\": {\"type\": \"gold\"}", "plan-audio-unknown");
        refuses(customer, "\"plan_audio\": {\"type\": \"tollfree_payongo\"}", "plan-audio-empty");
        refuses(
                customer,
                "\"plan_audio\": {\"type\": \"tollfree_payongo\", \"premium_countries\": \"IL\"}",
                "plan-audio-base");
        assertThat(customer.plans().names()).isEmpty();
        assertThat(customer.row().text("plan")).isEqualTo("free");
        assertThat(customer.invoices()).isEmpty();
    }

    private static void refuses(Customer customer, String order, String failure) {
        customer.subscribe("monthly", 1, order).refused(failure);
    }

    @Test
    void hasRoomsAsABaseOrBesideOne(Scene scene) {
        Customer customer = Customer.open(scene);

        customer.subscribe("zroom_monthly", 2, "\"plan_zoom_rooms\": {\"type\": \"zroom_yearly\"}")
                .refused("plan-rooms-twice");
        customer.subscribe("zroom_monthly", 2, "").served();

        assertThat(AccountFeatures.of(customer.row())).contains("rooms");
        customer.add("zroom_yearly", 1).refused("plan-rooms-twice");
        customer.changeBase("monthly", 2).refused("plan-types-differ", "oldPlanType", "zroom_monthly");
    }

    @Test
    void subscribesOnce(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        customer.subscribe("yearly", 1, "").refused("plan-second-subscription");
        Customer given = Customer.open(scene, "ute", "{}");
        given.scene().change(row -> row.put("plan", "enterprise"));

        given.subscribe("monthly", 1, "").refused("plan-account-not-free");

        assertThat(given.plans().doc("plan_base").text("type")).isEqualTo("enterprise");
    }

    @Test
    void hasOneTrial(Scene scene) {
        Customer customer = Customer.with(scene, "trial", 500, "");
        assertThat(customer.invoices()).isEmpty();
        customer.changeBase("monthly", 1).refused("plan-base-trial-fixed");
        customer.cancelBase().refused("plan-trial-kept");

        customer.scene().advance(Duration.ofDays(32));

        assertThat(customer.plans().doc("plan_base").text("status")).isEqualTo("expired");
        assertThat(customer.row().text("plan")).isEqualTo("free");
        assertThat(customer.row().number("licences")).isZero();
        customer.subscribe("trial", 1, "").refused("plan-trial-again");
        customer.subscribe("monthly", 1, "").served();
        assertThat(customer.row().text("plan")).isEqualTo("pro");
    }

    @Test
    void changesTheBasePlan(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 2, "");

        customer.changeBase("monthly", 5).expect(204);
        assertThat(customer.row().number("licences")).isEqualTo(5);
        customer.changeBase("business_monthly", 20).expect(204);

        assertThat(customer.plans().doc("plan_base").text("type")).isEqualTo("business_monthly");
        assertThat(customer.row().text("plan")).isEqualTo("business");
        customer.changeBase("business_monthly", 9).refused("plan-business-few");
        customer.changeBase("business_monthly", 50).refused("plan-hosts-many", "maxBuyHost", "49");
        customer.changeBase("business_monthly", 10_000).refused("plan-hosts-most");
        customer.changeBase("business_yearly", 20)
                .refused("plan-types-differ", "oldPlanType", "business_monthly", "newPlanType", "business_yearly");
        customer.changeBase("trial", 20).refused("plan-not-trial");
        customer.changeBase("gold", 20).refused("plan-base-unknown");
        customer.changeBase("monthly", 3).expect(204);
        customer.changeBase("monthly", 0).refused("plan-hosts-few");
        customer.scene().user("ada@below.example");
        customer.changeBase("monthly", 1).refused("plan-users-many", "users", "2");
    }

    @Test
    void refusesSchoolsThatAreTooSmall(Scene scene) {
        Customer customer = Customer.with(scene, "edu20", 20, "");

        customer.changeBase("edu20", 19).refused("plan-education-few");
    }

    @Test
    void refusesBasePlansThatAreBarred(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        Customer.decide(scene, known -> known.put("barred_plans", List.of("business_monthly")));

        customer.changeBase("business_monthly", 10).refused("plan-barred");
    }

    @Test
    void refusesChangesOfUnknownPlans(Scene scene) {
        Customer customer = Customer.open(scene);
        customer.changeBase("monthly", 1).refused("plan-none-yet");
        customer.cancelBase().refused("plan-base-cancelled-free");
        customer.scene().change(row -> row.put("plan", "pro"));
        customer.cancelBase().refused("plan-major-missing");
    }

    @Test
    void cancelsTheBasePlanLast(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "\"plan_recording\": \"cmr_monthly_commitment_40\"");

        customer.cancelBase().refused("plan-addons-first");
        customer.cancel("cmr_monthly_commitment_40").expect(204);
        assertThat(customer.plans().text("plan_recording_status")).isEqualTo("Cancelled");
        customer.cancelBase().expect(204);

        assertThat(customer.plans().doc("plan_base").text("status")).isEqualTo("cancel");
        assertThat(customer.row().text("plan")).isEqualTo("pro");
        customer.cancelBase().refused("plan-not-there", "planCode", "monthly");
        customer.changeBase("monthly", 2).refused("plan-none-yet");
        customer.change("cmr_monthly_commitment_40", 2).refused("plan-base-first");
        customer.subscribe("monthly", 1, "").refused("plan-second-subscription");
        scene.ask("accountPlanBaseDelete", customer.id())
                .body("{\"action\": \"pause\"}")
                .refused("validation");
    }

    @Test
    void leavesPlansAloneThatArePaidForElsewhere(Scene scene) {
        Customer customer = Customer.open(scene, "una", "{\"pay_mode\": \"sub\"}");

        customer.subscribe("monthly", 1, "").refused("plan-self-paid");
        customer.changeBase("monthly", 1).refused("billing-self-paid");
        customer.cancelBase().refused("plan-paid-by-self");
        scene.ask("accountPlans", customer.id()).refused("billing-self-paid");
    }

    @Test
    void leavesBundlesAndBulkLicencesAlone(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        Customer.decide(customer.scene(), known -> known.put("bundle", true));
        customer.changeBase("monthly", 2).refused("plan-base-bundled");
        customer.cancelBase().refused("plan-bundled");
        Customer.decide(customer.scene(), known -> known.put("bundle", false).put("vip", true));
        customer.changeBase("monthly", 2).refused("plan-base-trial-fixed");
        customer.cancelBase().refused("plan-trial-kept");

        Customer.decide(scene, known -> known.put("bulk_licences", true));

        customer.subscribe("monthly", 1, "").refused("plan-bulk-licences");
        customer.changeBase("monthly", 2).refused("plan-bulk-licences");
        customer.cancelBase().refused("plan-bulk-licences");
    }

    @Test
    void needsAnOwner(Scene scene) {
        Customer customer = Customer.open(scene);
        customer.scene().change(row -> row.put("owner_id", "nobody"));

        customer.subscribe("monthly", 1, "").refused("user-nowhere");
        customer.changeBase("monthly", 1).refused("user-nowhere");
        customer.cancelBase().refused("user-nowhere");
    }

    @Test
    void isForMastersOfTheirOwnAccounts(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        Scene stranger = scene.elsewhere();

        for (String id : List.of(customer.id(), "nothing", "a/b c%", stranger.account(), "me")) {
            Customer foreign = new Customer(stranger, id.equals(customer.id()) ? customer.scene() : stranger);
            foreign.subscribe("monthly", 1, "").refused("account-missing");
            foreign.changeBase("monthly", 2).refused("account-missing");
            foreign.cancelBase().refused("account-outside");
            stranger.ask("accountPlans", id).refused("account-missing");
        }
        assertThat(customer.plans().doc("plan_base").number("hosts")).isEqualTo(1);
        scene.without("partner");
        customer.subscribe("monthly", 1, "").refused("not-a-master");
        customer.changeBase("monthly", 2).refused("not-a-master");
        customer.cancelBase().refused("not-a-master");
        scene.ask("accountPlans", customer.id()).refused("not-a-master");
    }

    @Test
    void requiresRolePrivilegeAndScope(Scene scene) {
        Customer customer = Customer.open(scene);
        Doc mia = scene.user("mia@example.org");

        scene.askAs(mia.id(), "billing:master", "accountPlans", customer.id()).refused("no-permission");
        scene.askWith("account:read:admin", "accountPlans", customer.id()).refused("scope-missing");
    }
}
