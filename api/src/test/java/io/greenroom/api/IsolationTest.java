package io.greenroom.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.api.FurnishedAccount.Asked;
import io.greenroom.contract.Operation;
import io.greenroom.contract.Property;
import io.greenroom.contract.Schema;
import io.greenroom.testkit.GreenroomTest;
import io.greenroom.testkit.Reply;
import io.greenroom.testkit.Scene;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A token of another account reads and changes nothing with the ids of this one. Each parameter gets an id of its own
 * kind; with {@code -Dgreenroom.test.slow=true} it gets the ids of all other kinds too.
 */
@GreenroomTest
@Tag("postgres")
class IsolationTest {
    private static final boolean SLOW = Boolean.getBoolean("greenroom.test.slow");
    private static final Pattern TOKEN = Pattern.compile("token\":\"[^\"]*");

    @Test
    void showsAndChangesNothingOfAnotherAccount(Scene scene) {
        FurnishedAccount account = FurnishedAccount.of(scene);
        List<String> before = told(account.reads());
        int events = scene.events().size();
        PlainAsking stranger = new PlainAsking(scene.elsewhere());
        int asked = 0;
        for (Operation operation : FurnishedAccount.built(scene).toList()) {
            for (String path : foreign(account, operation)) {
                Reply reply = stranger.ask(operation.route().method(), path, "{}");
                asked++;
                assertThat(reply.status())
                        .as(operation.route().method() + " " + path + " answered " + reply.text())
                        .isBetween(400, 499);
                assertThat(reply.text()).doesNotContain(FurnishedAccount.NAME);
            }
        }
        assertThat(asked).isGreaterThan(SLOW ? 500 : 100);
        assertThat(told(account.reads())).isEqualTo(before);
        assertThat(scene.events()).hasSize(events);
    }

    @Test
    void createsNothingFromUsersOfAnotherAccount(Scene scene) {
        FurnishedAccount account = FurnishedAccount.of(scene);
        List<String> before = told(account.reads());
        int events = scene.events().size();
        FurnishedAccount other = FurnishedAccount.forStranger(scene.elsewhere(), account.person());
        assertThat(other.made()).isNotEmpty();
        assertThat(other.answers()).allSatisfy(reply -> assertThat(reply.text()).doesNotContain(FurnishedAccount.NAME));
        assertThat(told(other.reads())).allSatisfy(read -> assertThat(read).doesNotContain(FurnishedAccount.NAME));
        assertThat(told(account.reads())).isEqualTo(before);
        assertThat(scene.events()).hasSize(events);
    }

    /** The operation's paths with ids of the account, also one such id beside the caller's own. */
    private static Set<String> foreign(FurnishedAccount account, Operation operation) {
        Set<String> paths = new LinkedHashSet<>(account.paths(operation));
        for (Property parameter : operation.path()) {
            Stream<String> ids = SLOW ? account.things().stream() : account.thing(operation, parameter).stream();
            ids.forEach(id -> paths.add(path(operation, parameter, id)));
        }
        paths.removeIf(path -> account.things().stream().noneMatch(path::contains));
        return paths;
    }

    private static String path(Operation operation, Property meant, String id) {
        String path = operation.route().path();
        for (Property parameter : operation.path()) {
            Schema schema = parameter.schema();
            String own = schema.hasFormat("user") || schema.hasFormat("account") ? "me" : "1";
            path = path.replace("{" + parameter.name() + "}", parameter.equals(meant) ? PlainAsking.encoded(id) : own);
        }
        return path;
    }

    /** The answers without tokens, which differ each time. */
    private static List<String> told(List<Asked> reads) {
        return reads.stream()
                .map(asked -> asked + " " + asked.reply().status() + " "
                        + TOKEN.matcher(asked.reply().text()).replaceAll(""))
                .toList();
    }

    @Test
    void listsOnlyTheOwnAccount(Scene scene) {
        scene.user("ada@first.example");
        Scene other = scene.elsewhere();
        assertThat(other.ask("users").served().json().docs("users"))
                .extracting(user -> user.text("email"))
                .containsExactly("owner@second.example");
        assertThat(other.ask("users").served().json().number("total_records")).isEqualTo(1);
        assertThat(other.ask("userEmail")
                        .query("email", "ada@first.example")
                        .served()
                        .json()
                        .flag("existed_email"))
                .isFalse();
        assertThat(other.ask("trackingfieldList").served().json().docs("tracking_fields"))
                .isEmpty();
    }

    @Test
    void refusesAPageTokenOfAnotherAccount(Scene scene) {
        scene.user("ada@first.example");
        String token = scene.ask("users").query("page_size", 1).served().json().text("next_page_token");
        assertThat(token).isNotEmpty();
        scene.elsewhere().ask("users").query("next_page_token", token).refused("page-token");
    }

    @Test
    void keepsToTheAccountOfTheToken(Scene scene) {
        Scene other = scene.elsewhere();
        other.user("bob@second.example");
        assertThat(scene.ask("users").token(other.token()).served().json().docs("users"))
                .extracting(user -> user.text("email"))
                .doesNotContain("owner@first.example");
    }
}
