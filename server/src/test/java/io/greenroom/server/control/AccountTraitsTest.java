package io.greenroom.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.server.Greenroom;
import io.greenroom.server.Start;
import io.greenroom.server.Talk;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // the server is started before each test
class AccountTraitsTest {
    private Greenroom server;
    private String place;
    private String token;

    @BeforeEach
    void start() {
        server = Start.server("--demo=false");
        Doc account = Talk.to(server).json("{}").post("/_greenroom/accounts").json();
        Doc app = account.docs("apps").getFirst();
        place = "/_greenroom/accounts/" + account.id() + "/traits";
        token = Talk.token(server, account.id(), app.text("client_id"), app.text("client_secret"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Talk.Answer change(String traits) {
        return Talk.to(server).json(traits).send("PATCH", place);
    }

    private Talk api() {
        return Talk.to(server).bearer(token);
    }

    @Test
    void answersDefaultsAtFirst() {
        Doc traits = Talk.to(server).get(place).json();

        assertThat(traits.flag("vip")).isFalse();
        assertThat(traits.names()).doesNotContain("default_im_group", "vanity_url", "id", "charges");
    }

    @Test
    void givesAnAccountTrustedDomainsAndTakesThemAway() {
        change("{\"trusted_domains\": [\"friend.example\"], \"vip\": true}");
        Doc traits = change("{\"bundle\": true}").json();

        assertThat(traits.texts("trusted_domains")).containsExactly("friend.example");
        assertThat(traits.flag("vip")).isTrue();
        assertThat(traits.flag("bundle")).isTrue();
        assertThat(api().get("/v2/accounts/me/trusted_domains").json().texts("trusted_domains"))
                .containsExactly("friend.example");

        assertThat(change("{\"trusted_domains\": null}").json().texts("trusted_domains"))
                .isEmpty();
    }

    @Test
    void keepsDomainsAsAddressesHaveThem() {
        Doc traits = change("{\"trusted_domains\": [\"Friend.Example\", \"friend.example\", \"m\u00fcller.example\"]}")
                .json();
        assertThat(traits.texts("trusted_domains")).containsExactly("friend.example", "xn--mller-kva.example");

        String domains = "{\"managed_domains\": [\"OWN.example\", \"own.example\"]}";
        Talk.to(server).json(domains).send("PATCH", place.replace("/traits", ""));
        assertThat(api().get("/v2/accounts/me/managed_domains").body()).contains("\"total_records\":1", "own.example");
        for (String wrong : List.of(" own.example", "*.own.example", "nothing", "a@b.example", "own..example")) {
            assertThat(change("{\"trusted_domains\": [\"" + wrong + "\"]}").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void choosesTheDefaultImGroup() {
        Doc group =
                api().json("{\"name\": \"Everybody\"}").post("/v2/im/groups").json();
        String chosen = "{\"default_im_group\": \"" + group.id() + "\"}";

        assertThat(change(chosen).json().text("default_im_group")).isEqualTo(group.id());
        assertThat(api().send("DELETE", "/v2/im/groups/" + group.id()).body()).contains("default group");
        assertThat(change("{\"default_im_group\": \"nothing\"}").status()).isEqualTo(404);
        assertThat(change("{\"default_im_group\": null}").json().names()).doesNotContain("default_im_group");
        assertThat(api().send("DELETE", "/v2/im/groups/" + group.id()).status()).isEqualTo(204);
    }

    @Test
    void knowsNoOtherAccount() {
        place = "/_greenroom/accounts/nothing/traits";
        assertThat(Talk.to(server).get(place).status()).isEqualTo(404);
        assertThat(change("{}").status()).isEqualTo(404);
    }
}
