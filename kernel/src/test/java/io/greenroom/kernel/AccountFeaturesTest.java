package io.greenroom.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Feature;
import io.greenroom.contract.Schema;
import io.greenroom.kernel.doc.Doc;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountFeaturesTest {
    private static final List<Feature> KNOWN = List.of(
            new Feature("hall", "Hall", "hall-off", "free"),
            new Feature("paid", "Paid", "paid-off", "pro"),
            new Feature("sub_accounts", "Sub accounts", "sub-accounts-off", "enterprise"));

    private static Doc account(String plan, String... features) {
        return new Doc(Schema.anyObject()).put("plan", plan).put("features", List.of(features));
    }

    @Test
    void derivesPaidFromThePlan() {
        assertThat(AccountFeatures.has(account("pro"), "paid")).isTrue();
        assertThat(AccountFeatures.has(account("free", "paid"), "paid")).isFalse();
        assertThat(AccountFeatures.isPaid(new Doc(Schema.anyObject()))).isFalse();
    }

    @Test
    void readsOtherFeaturesFromTheRow() {
        assertThat(AccountFeatures.has(account("free", "tsp"), "tsp")).isTrue();
        assertThat(AccountFeatures.has(account("free", "sub_accounts"), "sub_accounts"))
                .isTrue();
        assertThat(AccountFeatures.has(account("enterprise"), "tsp")).isFalse();
    }

    @Test
    void listsPaidAsThePlanHasIt() {
        assertThat(AccountFeatures.of(account("business", "tsp"))).containsExactly("tsp", "paid");
        assertThat(AccountFeatures.of(account("business", "paid", "tsp"))).containsExactly("paid", "tsp");
        assertThat(AccountFeatures.of(account("free", "paid", "tsp"))).containsExactly("tsp");
    }

    @Test
    void givesNewAccountsWhatTheirPlanIncludes() {
        assertThat(AccountFeatures.initial("free", KNOWN)).containsExactly("hall");
        assertThat(AccountFeatures.initial("business", KNOWN)).containsExactly("hall", "paid");
        assertThat(AccountFeatures.initial("enterprise", KNOWN)).containsExactly("hall", "paid", "sub_accounts");
    }

    @Test
    void givesSubAccountsTheFeaturesOfTheirMaster() {
        assertThat(AccountFeatures.inherited(account("enterprise", "paid", "sub_accounts", "tsp")))
                .containsExactly("tsp");
    }
}
