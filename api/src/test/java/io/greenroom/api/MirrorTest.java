package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation, as a master account runs it in a sub account: {@code /accounts/{accountId}/<path>}. */
@GreenroomTest
@Tag("postgres")
class MirrorTest {
    private static final String SECRET_NAME = "Quetzalcoatl";
    private static final int NOT_BUILT = 501;
    private static final String UNKNOWN_ENDPOINT = "2300";

    @Test
    void runsEveryReadInASubAccount(Scene master) {
        Scene below = below(master);
        for (Operation operation : prefixed(master)) {
            if (operation.readsOnly()) {
                Reply there = below.ask(operation.id(), values(operation)).tried();
                Reply prefixed = master.ask(operation.id(), values(operation))
                        .in(below.account())
                        .tried();
                if (!isAboutTheCaller(operation) && isUnlimited(operation)) {
                    assertThat(prefixed.status())
                            .as(operation.id() + " answered " + prefixed.text())
                            .isEqualTo(there.status());
                }
                assertNoFault(master, operation, prefixed);
            }
        }
    }

    @Test
    void knowsTheRouteOfEveryWrite(Scene master) {
        Scene below = below(master);
        for (Operation operation : prefixed(master)) {
            if (!operation.readsOnly()) {
                Reply reply = master.ask(operation.id(), values(operation))
                        .in(below.account())
                        .body("[]")
                        .tried();
                assertThat(reply.status()).isGreaterThanOrEqualTo(204);
                assertNoFault(master, operation, reply);
            }
        }
    }

    @Test
    void refusesOtherMasterAccounts(Scene scene) {
        Doc ada = scene.user("ada@first.example");
        scene.ask("userUpdate", ada.id())
                .body("{\"first_name\": \"" + SECRET_NAME + "\"}")
                .announcing("user.updated")
                .served();
        int events = scene.events().size();
        Doc before = scene.ask("user", ada.id()).served().json();
        Scene stranger = scene.elsewhere();
        for (Operation operation : prefixed(scene)) {
            Reply reply = stranger.ask(operation.id(), values(operation, ada.id()))
                    .in(scene.account())
                    .body("{}")
                    .tried();
            assertThat(reply.status())
                    .as(operation.id() + " answered " + reply.text())
                    .isEqualTo(scene.isBuilt(operation) ? 404 : NOT_BUILT);
            assertThat(reply.text()).doesNotContain(SECRET_NAME);
        }
        assertThat(scene.ask("user", ada.id()).served().json()).isEqualTo(before);
        assertThat(scene.events()).hasSize(events);
    }

    @Test
    void refusesTheMasterAccountToASubAccount(Scene master) {
        Scene below = below(master);
        below.ask("users").in(master.account()).refused("account-missing");
    }

    @Test
    void keepsItsEventsInTheSubAccount(Scene master) {
        Scene below = below(master);
        int above = master.events().size();
        Doc created = master.ask("userCreate")
                .in(below.account())
                .body("{\"action\": \"custCreate\", \"user_info\": {\"email\": \"bea@below.example\", \"type\": 1}}")
                .served()
                .json();
        assertThat(below.events()).extracting(Reply.Heard::name).contains("user.created");
        assertThat(master.events()).hasSize(above);
        below.ask("user", created.id()).served();
        master.ask("user", created.id()).refused("user-missing");
    }

    /** The server knows the route and does not fail; only what is not built may answer 501. */
    private static void assertNoFault(Scene scene, Operation operation, Reply reply) {
        String answer = operation.id() + " answered " + reply.status() + " " + reply.text();
        if (scene.isBuilt(operation)) {
            assertThat(reply.status()).as(answer).isLessThan(500);
        } else {
            assertThat(reply.status()).as(answer).isIn(NOT_BUILT, 401, 403, 429);
        }
        assertThat(reply.text()).doesNotContain(UNKNOWN_ENDPOINT);
    }

    /** Another account, made a sub account of the scene's. */
    private static Scene below(Scene master) {
        Scene below = master.elsewhere();
        below.change(row -> row.put("master_id", master.account()));
        return below;
    }

    /** The operations that do not themselves begin with an account. */
    private static List<Operation> prefixed(Scene scene) {
        List<Operation> prefixed = scene.contract().operations().values().stream()
                .filter(operation -> !operation.route().path().startsWith("/accounts"))
                .filter(operation -> operation.callers().contains(CallerKind.SERVER))
                .toList();
        assertThat(prefixed).hasSizeGreaterThan(30);
        return prefixed;
    }

    /** Operations that can be repeated; others would find nothing left after the first request. */
    private static boolean isUnlimited(Operation operation) {
        return operation.quotas().isEmpty();
    }

    /** Operations with {@code me}, which is no user of the sub account. */
    private static boolean isAboutTheCaller(Operation operation) {
        return operation.route().path().contains("/me/")
                || operation.path().stream().anyMatch(MirrorTest::namesUser);
    }

    private static boolean namesUser(Property property) {
        return property.schema().hasFormat("user");
    }

    private static Object[] values(Operation operation) {
        return values(operation, "me");
    }

    private static Object[] values(Operation operation, String user) {
        return operation.path().stream()
                .map(property -> namesUser(property) ? user : "1")
                .toArray();
    }
}
