package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

@GreenroomTest
class AddonHandlerTest {
    private static final String PHONE =
            """
            {"type": "plan_phone", "plan_details": {
               "plan_base": {"type": "phonebase_monthly", "callout_countries": "US"},
               "plan_calling": [{"type": "usca_unlimited_monthly", "hosts": 2}]}}""";

    @Test
    void addsAPlan(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 2, "");
        assertThat(customer.row().texts("features")).doesNotContain("webinar");

        Doc ordered = customer.add("webinar500_monthly", 2).expect(201).json();

        assertThat(ordered.doc("plan_base").text("type")).isEqualTo("monthly");
        assertThat(ordered.docs("plan_webinar").getFirst().number("hosts")).isEqualTo(2);
        assertThat(customer.row().texts("features")).contains("webinar");
        assertThat(customer.plans().docs("plan_webinar").getFirst().text("status"))
                .isEqualTo("active");
    }

    @Test
    void addsAllPartsOfAZoomPhonePlan(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 2, "");

        Doc phone = addPhone(customer, PHONE).served().json().doc("plan_phone");

        assertThat(phone.doc("plan_base").text("callout_countries")).isEqualTo("US");
        assertThat(phone.docs("plan_calling").getFirst().number("hosts")).isEqualTo(2);
        assertThat(customer.row().texts("features")).contains("phone");
        addPhone(customer, PHONE).refused("plan-already-there", "planCode", "phonebase_monthly");
        addPhone(customer, "{\"type\": \"plan_phone\"}").refused("plan-type-unknown");
        customer.cancel("plan_phone").expect(204);
        Doc after = customer.plans().doc("plan_phone");
        assertThat(after.doc("plan_base").text("status")).isEqualTo("cancel");
        assertThat(after.docs("plan_calling").getFirst().text("status")).isEqualTo("cancel");
        customer.cancel("plan_phone").refused("plan-phone-missing");
    }

    private static Ask addPhone(Customer customer, String body) {
        return customer.master().ask("accountPlanAddonCreate", customer.id()).body(body);
    }

    @Test
    void refusesPlansThatCannotBeAdded(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "\"plan_recording\": \"cmr_monthly_commitment_40\"");
        Customer.decide(scene, known -> known.put("barred_plans", List.of("large500_monthly")));

        customer.add("gold", 1).refused("plan-type-unknown", "newPlanCode", "gold");
        customer.add("business_monthly", 10).refused("plan-type-unknown");
        customer.add("cmr_monthly_commitment_40", 1).refused("plan-already-there");
        customer.add("cmr_monthly_commitment_100", 1).refused("plan-already-there");
        customer.add("large500_monthly", 1).refused("plan-addon-barred");
        customer.add("webinar500_monthly", 0).refused("plan-hosts-few", "minBuyHost", "1");
        customer.add("webinar500_monthly", 10_000).refused("plan-hosts-most");
        customer.add("tollfree_payongo", 1).refused("plan-audio-base");
        scene.ask("accountPlanAddonCreate", customer.id())
                .body("{\"type\": \"webinar500_monthly\"}")
                .refused("plan-hosts-invalid");
        assertThat(customer.plans().names()).doesNotContain("plan_webinar", "plan_large_meeting");
    }

    @Test
    void addsToPlansFromElsewhere(Scene scene) {
        Customer customer = Customer.open(scene);
        customer.add("webinar500_monthly", 1).refused("plan-account-free");
        customer.scene().change(row -> row.put("plan", "business").put("licences", 7));
        customer.change("webinar500_monthly", 1).refused("plan-subscription-missing", "accountId", customer.id());

        Doc ordered = customer.add("webinar500_monthly", 1).served().json();

        assertThat(ordered.doc("plan_base").text("type")).isEqualTo("business");
        assertThat(ordered.doc("plan_base").number("hosts")).isEqualTo(7);
        assertThat(customer.row().text("plan")).isEqualTo("business");
        assertThat(customer.row().texts("features")).contains("webinar", "phone");
        customer.change("webinar500_monthly", 2).expect(204);
    }

    @Test
    void changesHowManyHosts(Scene scene) {
        Customer customer = Customer.with(
                scene, "monthly", 1, "\"plan_webinar\": [{\"type\": \"webinar100_monthly\", \"hosts\": 2}]");

        customer.change("webinar100_monthly", 3).refused("plan-webinar-smallest", "planCode", "webinar100_monthly");
        customer.change("webinar100_monthly", 1).expect(204);

        assertThat(customer.plans().docs("plan_webinar").getFirst().number("hosts"))
                .isEqualTo(1);
        customer.change("gold", 1).refused("plan-type-unknown", "newPlanCode", "gold");
        customer.change("monthly", 1).refused("plan-type-invalid");
        customer.change("webinar100_yearly", 1)
                .refused("plan-types-differ", "oldPlanType", "webinar100_monthly", "newPlanType", "webinar100_yearly");
        customer.change("webinar500_monthly", 1).refused("plan-not-subscribed", "oldPlanCode", "webinar500_monthly");
        customer.change("webinar100_monthly", 0).refused("plan-hosts-few");
        customer.change("webinar100_monthly", 10_000).refused("plan-hosts-most");
        Customer.decide(scene, known -> known.put("barred_plans", List.of("webinar100_monthly")));
        customer.change("webinar100_monthly", 1).refused("plan-product-barred");
    }

    @Test
    void keepsPayAsYouGoForLargePlans(Scene scene) {
        Customer customer = Customer.with(scene, "business_monthly", 10, "");
        customer.add("tollfree_payongo", 1).served();
        assertThat(customer.row().texts("features")).contains("toll_free_audio");
        customer.changeBase("monthly", 3).expect(204);

        customer.change("tollfree_payongo", 1).refused("plan-audio-base");
    }

    @Test
    void cancelsOnePlan(Scene scene) {
        Customer customer = Customer.with(
                scene, "monthly", 1, "\"plan_webinar\": [{\"type\": \"webinar500_monthly\", \"hosts\": 2}]");

        customer.cancel("webinar500_monthly").expect(204);

        assertThat(customer.plans().docs("plan_webinar").getFirst().text("status"))
                .isEqualTo("cancel");
        assertThat(customer.row().texts("features")).contains("webinar");
        customer.cancel("webinar500_monthly").refused("plan-not-there", "planCode", "webinar500_monthly");
        customer.cancel("monthly").refused("plan-not-there");
        customer.cancel("plan_phone").refused("plan-phone-missing");
        customer.change("webinar500_monthly", 3).refused("plan-not-subscribed");
        customer.add("webinar500_monthly", 3).refused("plan-already-there");
        scene.ask("accountPlanAddonCancel", customer.id()).refused("plan-type-required");
        scene.ask("accountPlanAddonCancel", customer.id())
                .body("{\"action\": \"cancel\"}")
                .refused("plan-type-required");
    }

    @Test
    void leavesTrialsAndFreeAccountsAlone(Scene scene) {
        Customer free = Customer.open(scene, "ute", "{}");
        free.change("webinar500_monthly", 1).refused("plan-account-free");
        free.cancel("webinar500_monthly").refused("plan-cancelled-free");
        Customer trial = Customer.with(scene, "trial", 1, "");
        trial.change("webinar500_monthly", 1).refused("plan-trial-fixed");
        trial.cancel("webinar500_monthly").refused("plan-trial-kept");
    }

    @Test
    void leavesPlansOfOthersAlone(Scene scene) {
        Customer self = Customer.open(scene, "ute", "{\"pay_mode\": \"sub\"}");
        refusesAll(self, "billing-self-paid");
        Customer customer = Customer.with(scene, "monthly", 1, "");
        refusesAll(new Customer(scene.elsewhere(), customer.scene()), "account-missing");
        Customer.decide(customer.scene(), known -> known.put("bundle", true));
        customer.cancel("cmr_monthly_commitment_40").refused("plan-bundled");
        Customer.decide(scene, known -> known.put("bulk_licences", true));
        refusesAll(customer, "plan-bulk-licences");
        scene.without("partner");
        refusesAll(customer, "not-a-master");
    }

    private static void refusesAll(Customer customer, String failure) {
        customer.add("webinar500_monthly", 1).refused(failure);
        customer.change("webinar500_monthly", 1).refused(failure);
        customer.cancel("webinar500_monthly").refused(failure);
    }

    @Test
    void needsAnOwner(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        customer.scene().change(row -> row.put("owner_id", "nobody"));

        customer.add("webinar500_monthly", 1).refused("user-nowhere");
        customer.cancel("webinar500_monthly").refused("user-nowhere");
    }
}
