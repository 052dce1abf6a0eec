package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.Contract;
import io.greenroom.contract.Operation;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.Ask;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operation that touches ownership, roles, money or credentials, as asked by the owner, an administrator, a user
 * whose role has only the privilege Role:Edit, and a member. The operations act on the strongest subject: the owner, or
 * a role with a privilege that neither the administrator nor the other role has.
 */
@GreenroomTest
@Tag("postgres")
class RightsTableTest {
    private static final Set<String> AREAS = Set.of("Role", "SubAccount", "BillingInformation", "BillingSubscription");
    private static final Pattern CHANGES =
            Pattern.compile(".*/(owner|roles|password|email|status|assistants|schedulers|billing|plans|picture)(/.*)?");
    private static final Pattern READS = Pattern.compile(".*/(token|zak|stk|billing|plans|invoices|download)(/.*)?");

    /** Operations of these kinds whose paths do not tell. */
    private static final Set<String> OTHERS = Set.of("userUpdate", "userDelete", "switchUserAccount");

    /** Operations whose path names the caller's account; those of others name an account that does not exist. */
    private static final Set<String> AT_HOME = Set.of("updateAccountOwner", "switchUserAccount");

    /** The failures of callers whose role lacks a privilege. */
    private static final Set<String> LACKS =
            Set.of("no-permission", "role-creation-forbidden", "role-forbidden", "admin-only-email");

    /** The failures of operations that the owner cannot be the subject of. */
    private static final Set<String> FIXED =
            Set.of("password-of-admin", "status-of-admin", "admin-unlinked", "admin-switched");

    private static final String OWNERS_ROLE = "{\"name\": \"Other\", \"privileges\": [\"BillingSubscription:Edit\"]}";

    /** Bodies of the operations that refuse only once they know what is wanted. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("createRole", OWNERS_ROLE),
            Map.entry("updateRole", "{\"description\": \"Changed\"}"),
            Map.entry("AddRoleMembers", "{\"members\": [{\"id\": \"$holder\"}]}"),
            Map.entry("updateAccountOwner", "{\"email\": \"admin@rights.example\"}"),
            Map.entry("userEmailUpdate", "{\"email\": \"owner@first.example\"}"),
            Map.entry("userPassword", "{\"password\": \"Sunny-day7\"}"),
            Map.entry("userStatus", "{\"action\": \"deactivate\"}"),
            Map.entry("userUpdate", "{\"type\": 2}"),
            Map.entry("userAssistantCreate", "{\"assistants\": [{\"id\": \"nothing\"}]}"),
            Map.entry("switchUserAccount", "{\"account_id\": \"me\"}"));

    /**
     * What the operations answer the owner, the administrator, the editor of roles and the member: {@code no} for a
     * lack of privileges, and {@code -} where neither role nor subject is refused.
     */
    private static final String TABLE =
            """
            accounts                     -                 no                no no
            accountCreate                -                 no                no no
            accountDisassociate          -                 no                no no
            account                      -                 no                no no
            accountOptionsUpdate         -                 no                no no
            updateAccountOwner           -                 no                no no
            accountBillingInvoices       -                 no                no no
            getAccountBillingInvoice     -                 no                no no
            downloadInvoicePDF           -                 no                no no
            accountBilling               -                 no                no no
            accountBillingUpdate         -                 no                no no
            accountPlans                 -                 no                no no
            accountPlanCreate            -                 no                no no
            accountPlanAddonCreate       -                 no                no no
            accountPlanAddonUpdate       -                 no                no no
            accountPlanAddonCancel       -                 no                no no
            accountPlanBaseUpdate        -                 no                no no
            accountPlanBaseDelete        -                 no                no no
            getPlanUsage                 -                 no                no no
            roles                        -                 -                 -  no
            createRole                   -                 no                no no
            deleteRole                   -                 no                no no
            getRoleInformation           -                 -                 -  no
            updateRole                   -                 no                no no
            roleMembers                  -                 -                 -  no
            AddRoleMembers               -                 no                no no
            roleMemberDelete             -                 no                no no
            listInternalCalloutCountries -                 no                no no
            addCalloutCountries          -                 no                no no
            deleteInternalCallOutCountry -                 no                no no
            listInternalNumbers          -                 no                no no
            addInternalNumbers           -                 no                no no
            deleteInternalNumber         -                 no                no no
            deleteAllSipNumbers          -                 no                no no
            assignSipTrunkNumbers        -                 no                no no
            assignSIPConfig              -                 no                no no
            listSIPTrunks                -                 no                no no
            assignSIPTrunks              -                 no                no no
            deleteSIPTrunk               -                 no                no no
            listSipTrunkNumbers          -                 no                no no
            userAssistantCreate          -                 no                no no
            userAssistantsDelete         -                 -                 no no
            userAssistantDelete          -                 -                 no no
            userSchedulersDelete         -                 -                 no no
            userSchedulerDelete          -                 -                 no no
            userEmailUpdate              -                 no                no no
            userPassword                 password-of-admin password-of-admin no no
            userZak                      -                 -                 -  -
            userUpdate                   -                 no                no no
            userDelete                   admin-unlinked    admin-unlinked    no no
            switchUserAccount            admin-switched    no                no no
            userStatus                   status-of-admin   status-of-admin   no no
            meetingStatus                -                 -                 -  -
            meetingLiveStreamStatusUpdate -                -                 -  -
            meetingRegistrantStatus      -                 -                 -  -
            webinarLiveStreamStatusUpdate -                -                 -  -
            webinarRegistrantStatus      -                 -                 -  -
            webinarStatus                -                 -                 -  -
            userPicture                  -                 -                 no no
            userToken                    -                 no                no no
            """;

    @Test
    void refusesWhatTheRoleDoesNotInclude(Scene scene) {
        Doc admin = scene.user("admin@rights.example");
        Doc editor = scene.user("editor@rights.example");
        Doc member = scene.user("member@rights.example");
        Doc holder = scene.user("holder@rights.example");
        assign(scene, admin, "1");
        assign(scene, editor, role(scene, "Editors", "Role:Edit"));
        List<String> callers = List.of(scene.owner(), admin.id(), editor.id(), member.id());

        List<String> seen = new ArrayList<>();
        for (Operation operation : touching(scene)) {
            // The next second has a rate limit of its own.
            scene.advance(Duration.ofSeconds(1));
            String strong = role(scene, operation.id(), "BillingSubscription:Edit");
            assign(scene, holder, strong);
            Map<String, String> values = Map.of("userId", scene.owner(), "roleId", strong, "memberId", holder.id());
            List<String> answers = new ArrayList<>();
            // The owner asks last, because that may succeed.
            for (String caller : callers.reversed()) {
                answers.addFirst(answer(scene, operation, caller, values));
            }
            seen.add(operation.id() + " " + String.join(" ", answers));
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(TABLE.lines()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
    }

    private static List<Operation> touching(Scene scene) {
        return scene.contract().operations().values().stream()
                .filter(scene::isBuilt)
                .filter(RightsTableTest::touchesRights)
                .toList();
    }

    private static boolean touchesRights(Operation operation) {
        Pattern paths = operation.readsOnly() ? READS : CHANGES;
        return OTHERS.contains(operation.id())
                || paths.matcher(operation.route().path()).matches()
                || operation
                        .privilege()
                        .filter(privilege -> privilege.names().stream()
                                .anyMatch(name -> AREAS.contains(name.substring(0, name.indexOf(':')))))
                        .isPresent();
    }

    private static String role(Scene scene, String name, String privilege) {
        return scene.ask("createRole")
                .body("{\"name\": \"%s\", \"privileges\": [\"%s\"]}".formatted(name, privilege))
                .served()
                .json()
                .text("id");
    }

    private static void assign(Scene scene, Doc user, String roleId) {
        scene.ask("AddRoleMembers", roleId)
                .body("{\"members\": [{\"id\": \"%s\"}]}".formatted(user.id()))
                .served();
    }

    private static String answer(Scene scene, Operation operation, String caller, Map<String, String> values) {
        String scopes = String.join(" ", operation.scopes());
        Object[] path = operation.path().stream()
                .map(property ->
                        values.getOrDefault(property.name(), AT_HOME.contains(operation.id()) ? "me" : "nothing"))
                .toArray();
        Ask ask = scene.askAs(caller, scopes, operation.id(), path);
        String body = BODIES.get(operation.id());
        Reply reply = body == null
                ? ask.tried()
                : ask.body(body.replace("$holder", values.get("memberId"))).tried();
        assertThat(reply.status())
                .as(operation.id() + " answered " + reply.text())
                .isLessThan(500);
        Contract contract = scene.contract();
        return LACKS.stream().anyMatch(name -> says(contract, name, reply))
                ? "no"
                : FIXED.stream()
                        .filter(name -> says(contract, name, reply))
                        .findFirst()
                        .orElse("-");
    }

    private static boolean says(Contract contract, String failure, Reply reply) {
        return reply.status() == contract.failure(failure).status()
                && reply.json()
                        .text("message", "")
                        .equals(contract.failure(failure).message());
    }
}
