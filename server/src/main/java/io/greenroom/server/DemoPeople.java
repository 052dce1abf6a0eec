package io.greenroom.server;

import static io.greenroom.server.Demo.ACCOUNT;
import static io.greenroom.server.Demo.OWNER;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Contract;
import io.greenroom.kernel.AccountFeatures;
import io.greenroom.kernel.Call;
import io.greenroom.kernel.CallScope;
import io.greenroom.kernel.doc.Caller;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.doc.Json;
import io.greenroom.kernel.store.Transaction;
import io.greenroom.parts.profiles.UserType;
import io.greenroom.parts.roles.SystemRole;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The users of the demo account: of each type and status, some in groups and roles. They are created by the operations
 * that a client would use, in the unit that opens the account.
 */
final class DemoPeople {
    private final CallScope scope;
    private final Transaction unit;
    private final Doc account;

    DemoPeople(CallScope scope, Transaction unit, Doc account) {
        this.scope = scope;
        this.unit = unit;
        this.account = account;
    }

    void create() {
        boolean paid = AccountFeatures.isPaid(account);
        UserType licensed = paid ? UserType.LICENSED : UserType.BASIC;
        String grace = user("autoCreate", "grace.okafor", "Grace", "Okafor", licensed);
        String linus = user("autoCreate", "linus.berg", "Linus", "Berg", licensed);
        String mei = user("autoCreate", "mei.tanaka", "Mei", "Tanaka", UserType.BASIC);
        String omar = user("autoCreate", "omar.haddad", "Omar", "Haddad", UserType.BASIC);
        user("create", "noor.vermeer", "Noor", "Vermeer", UserType.BASIC);
        run("userStatus", Map.of("userId", omar), "{\"action\": \"deactivate\"}");
        addTo("AddRoleMembers", "roleId", SystemRole.ADMIN.id(), grace);
        if (paid) {
            addTo("groupMembersCreate", "groupId", made("groupCreate", "{\"name\": \"Sales\"}"), grace, linus);
            addTo("groupMembersCreate", "groupId", made("groupCreate", "{\"name\": \"Support\"}"), linus, mei);
            String role = "{\"name\": \"Help desk\", \"privileges\": [\"User:Read\", \"Group:Read\"]}";
            addTo("AddRoleMembers", "roleId", made("createRole", role), linus);
        }
    }

    private String user(String action, String mailbox, String firstName, String lastName, UserType type) {
        return made(
                "userCreate",
                """
                {"action": "%s", "user_info":
                  {"email": "%s@%s", "first_name": "%s", "last_name": "%s", "type": %d}}"""
                        .formatted(action, mailbox, Demo.DOMAIN, firstName, lastName, type.number()));
    }

    private void addTo(String operationId, String parameter, String id, String... userIds) {
        String members = Arrays.stream(userIds)
                .map(user -> "{\"id\": \"" + user + "\"}")
                .collect(Collectors.joining(",", "{\"members\": [", "]}"));
        run(operationId, Map.of(parameter, id), members);
    }

    /** The id of what an operation creates. */
    private String made(String operationId, String body) {
        return ((Doc) run(operationId, Map.of(), body)).id();
    }

    private Object run(String operationId, Map<String, String> path, String body) {
        Contract contract = scope.contract();
        Caller owner = new Caller(ACCOUNT, OWNER, Demo.App.SERVER.credentials().clientId(), CallerKind.JWT, Set.of());
        Doc sent =
                Json.read(contract.operation(operationId).body().orElseThrow().schema(), body);
        Call.Input input =
                Call.Input.of(owner, account, path, sent, scope.origins().withoutRequest());
        return scope.run(operationId, unit, input).orElseThrow();
    }
}
