package io.greenroom.api.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GreenroomTest
class BillingContactHandlerTest {

    @Test
    void beginsWithTheOwner(Scene scene) {
        Customer customer = Customer.open(scene);

        Doc contact = contact(customer);

        assertThat(contact.text("first_name")).isEqualTo("Una");
        assertThat(contact.text("email")).isEqualTo("una@below.example");
        assertThat(contact.text("city")).isEmpty();
        change(customer, "{\"city\": \"Chicago\"}").refused("billing-plan-first");
    }

    private static Doc contact(Customer customer) {
        return customer.master().ask("accountBilling", customer.id()).served().json();
    }

    private static Ask change(Customer customer, String body) {
        return customer.master().ask("accountBillingUpdate", customer.id()).body(body);
    }

    @Test
    void changesSentFields(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");
        assertThat(contact(customer).text("city")).isEqualTo("Springfield");

        change(customer, "{\"city\": \"Berlin\", \"country\": \"de\", \"state\": \"Berlin\", \"apt\": \"4a\"}")
                .expect(204);
        assertThat(contact(customer).text("apt")).isEqualTo("4a");
        change(customer, "{\"apt\": null}").expect(204);

        Doc contact = contact(customer);
        assertThat(contact.text("city")).isEqualTo("Berlin");
        assertThat(contact.text("first_name")).isEqualTo("Una");
        assertThat(contact.names()).doesNotContain("apt");
    }

    @Test
    void refusesUnknownPlaces(Scene scene) {
        Customer customer = Customer.with(scene, "monthly", 1, "");

        change(customer, "{\"country\": \"Atlantis\"}").refused("billing-country-invalid", "country", "Atlantis");
        change(customer, "{\"state\": \"Atlantis\"}").refused("billing-state-invalid", "state", "Atlantis");
        change(customer, "{\"country\": \"CA\"}").refused("billing-state-invalid", "state", "il");
        change(customer, "{\"city\": null}").refused("billing-contact-invalid", "field", "city");
        change(customer, "{\"city\": \"\"}").refused("validation");
        assertThat(contact(customer).text("country")).isEqualTo("US");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"first_name", "last_name", "email", "phone_number", "address", "city", "state", "zip", "country"
            })
    void needsAWholeContactForAPlan(String field, Scene scene) {
        Customer customer = Customer.open(scene);

        subscribe(customer, Customer.CONTACT.replace(field, "nothing"))
                .refused("billing-contact-invalid", "field", field);
        subscribe(customer, Customer.CONTACT.replaceFirst("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": \"\""))
                .refused("billing-contact-invalid", "field", field);
    }

    private static Ask subscribe(Customer customer, String contact) {
        return customer.master()
                .ask("accountPlanCreate", customer.id())
                .body("{\"plan_base\": {\"type\": \"monthly\", \"hosts\": 1}, \"contact\": " + contact + "}");
    }

    @Test
    void refusesUnknownPlacesInASubscription(Scene scene) {
        Customer customer = Customer.open(scene);

        subscribe(customer, Customer.CONTACT.replace("US", "XX")).refused("billing-country-invalid", "country", "XX");
        subscribe(customer, Customer.CONTACT.replace("\"il\"", "\"XX\""))
                .refused("billing-state-invalid", "state", "XX");
        subscribe(customer, "{}").refused("validation");
        scene.ask("accountPlanCreate", customer.id())
                .body("{\"plan_base\": {\"type\": \"monthly\", \"hosts\": 1}}")
                .refused("validation");
    }

    @Test
    void isForThePayingMasterAccount(Scene scene) {
        Customer self = Customer.open(scene, "ute", "{\"pay_mode\": \"sub\"}");
        refusesBoth(self, "billing-self-paid");
        Customer customer = Customer.with(scene, "monthly", 1, "");
        refusesBoth(new Customer(scene.elsewhere(), customer.scene()), "account-missing");
        scene.without("partner");
        refusesBoth(customer, "not-a-master");
    }

    private static void refusesBoth(Customer customer, String failure) {
        customer.master().ask("accountBilling", customer.id()).refused(failure);
        change(customer, "{\"city\": \"Chicago\"}").refused(failure);
    }
}
