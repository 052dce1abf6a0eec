package io.greenroom.api.billing;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.Scene;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A sub account of a scene's account, created through the API, and the billing requests of its master account.
 *
 * @param master the scene of the account that pays
 * @param scene the sub account's own
 */
record Customer(Scene master, Scene scene) {
    static final String CONTACT =
            """
            {"first_name": "Una", "last_name": "Below", "email": "una@below.example", "phone_number": "+1 555 0100",
             "address": "1 Main St", "city": "Springfield", "state": "il", "zip": "62701", "country": "US"}""";

    static Customer open(Scene master) {
        return open(master, "una", "{}");
    }

    static Customer open(Scene master, String mailbox, String options) {
        Doc created = master.ask("accountCreate")
                .body(
                        """
                        {"first_name": "Una", "last_name": "Below", "email": "%s@below.example",
                         "password": "Sesame-42-open", "options": %s}"""
                                .formatted(mailbox, options))
                .announcing("account.created")
                .served()
                .json();
        return new Customer(master, master.within(created.id()));
    }

    /** One with a base plan and further plans of the master's order, such as {@code "plan_recording": "..."}. */
    static Customer with(Scene master, String type, int hosts, String more) {
        Customer customer = open(master);
        customer.subscribe(type, hosts, more).served();
        return customer;
    }

    String id() {
        return scene.account();
    }

    Ask subscribe(String type, int hosts, String more) {
        return master.ask("accountPlanCreate", id())
                .body("""
                        {"contact": %s, "plan_base": {"type": "%s", "hosts": %d} %s}"""
                        .formatted(CONTACT, type, hosts, more.isEmpty() ? "" : ", " + more));
    }

    Ask add(String type, int hosts) {
        return order("accountPlanAddonCreate", type, hosts);
    }

    Ask change(String type, int hosts) {
        return order("accountPlanAddonUpdate", type, hosts);
    }

    Ask changeBase(String type, int hosts) {
        return order("accountPlanBaseUpdate", type, hosts);
    }

    private Ask order(String operation, String type, int hosts) {
        return master.ask(operation, id())
                .body("""
                        {"type": "%s", "hosts": %d}""".formatted(type, hosts));
    }

    Ask cancel(String type) {
        return master.ask("accountPlanAddonCancel", id())
                .body("""
                        {"action": "cancel", "type": "%s", "reason": 4}""".formatted(type));
    }

    Ask cancelBase() {
        return master.ask("accountPlanBaseDelete", id()).body("{\"action\": \"cancel\", \"comment\": \"Bye\"}");
    }

    Doc plans() {
        return master.ask("accountPlans", id()).served().json();
    }

    /** The account's row. */
    Doc row() {
        return scene.inside(
                unit -> unit.find(KernelTables.ACCOUNTS, unit.account()).orElseThrow());
    }

    /** Its stored invoices, since requests for them are limited. */
    List<Doc> invoices() {
        return scene.inside(unit -> unit.in(Invoices.INVOICES).list());
    }

    /** Changes a field of the billing profile that only the operator can change. */
    static void decide(Scene scene, UnaryOperator<Doc> decision) {
        scene.inside(unit -> {
            BillingAccount.change(unit, decision);
            return unit;
        });
    }
}
