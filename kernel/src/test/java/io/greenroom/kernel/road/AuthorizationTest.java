package io.greenroom.kernel.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.auth.Apps.Credentials;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.toy.Branch;
import io.greenroom.kernel.toy.Jwt;
import io.greenroom.kernel.toy.Toy;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of app may call, and which users it reaches, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // each test has a branch of its own
class AuthorizationTest {
    private static final String NO_PERMISSION = "400/200 No permission.";

    private final Toy toy = Toy.library().start();
    private Branch branch;

    @BeforeEach
    void openABranch() {
        branch = toy.branch();
    }

    @AfterAll
    void close() {
        toy.close();
    }

    private String me(String token) {
        return branch.ask("GET", "/readers/me").token(token).send().json().id();
    }

    private String reaches(String token, String reader) {
        var reply = branch.ask("GET", "/readers/" + reader).token(token).send();
        return reply.status() == 200 ? reply.json().id() : reply.refusal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader:read", "reader:read:admin", "other reader:read:admin", "reader:read other"})
    void anyOneOfTheScopesSuffices(String scopes) {
        assertThat(me(branch.serverToken(scopes))).isEqualTo(branch.ownerId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader:write", "reader", "reader:read:admin:x", "READER:READ"})
    void namesTheMissingScopes(String scopes) {
        String token = branch.serverToken(scopes);
        assertThat(branch.ask("GET", "/readers/me").token(token).send().refusal())
                .isEqualTo("400/4711 Invalid access token, does not contain scopes:[reader:read, reader:read:admin].");
        assertThat(branch.ask("GET", "/readers").token(token).send().refusal())
                .isEqualTo("400/4711 Invalid access token, does not contain scopes:[reader:read:admin].");
    }

    @Test
    void aTokenSufficesWithoutDeclaredScopes() {
        assertThat(branch.ask("GET", "/books")
                        .token(branch.serverToken("other"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void legacyAppsNeedNoScopes() {
        String token = Jwt.signed(branch.app(CallerKind.JWT, ""), Toy.START.plusSeconds(60));
        assertThat(branch.ask("GET", "/readers").token(token).send().status()).isEqualTo(200);
    }

    @Test
    void meIsTheInstallerOfAUserLevelApp() {
        Doc ada = branch.reader("ada");
        assertThat(me(branch.token(CallerKind.USER, ada.id(), "reader:read"))).isEqualTo(ada.id());
    }

    @Test
    void meIsTheInstallingAdministratorOfAnAccountLevelApp() {
        String token = branch.token(CallerKind.ACCOUNT, branch.ownerId(), "reader:read:admin");
        assertThat(me(token)).isEqualTo(branch.ownerId());
    }

    @Test
    void meIsTheOwnerForServerAndLegacyApps() {
        Credentials legacy = branch.app(CallerKind.JWT, "");
        assertThat(me(branch.serverToken("reader:read:admin"))).isEqualTo(branch.ownerId());
        assertThat(me(Jwt.signed(legacy, Toy.START.plusSeconds(60)))).isEqualTo(branch.ownerId());
    }

    @Test
    void meIsWrittenInLowerCase() {
        assertThat(branch.ask("GET", "/readers/ME").send().refusal()).isEqualTo("404/1001 Reader does not exist: ME.");
    }

    @Test
    void aUserReachesTheirOwnResourcesByIdAndAddress() {
        Doc ada = branch.reader("ada");
        String token = branch.token(CallerKind.USER, ada.id(), "reader:read");
        assertThat(reaches(token, ada.id())).isEqualTo(ada.id());
        assertThat(reaches(token, branch.email("ada"))).isEqualTo(ada.id());
        assertThat(reaches(token, branch.email("ADA").toUpperCase(Locale.ROOT))).isEqualTo(ada.id());
    }

    @Test
    void aUserReachesNoOtherUser() {
        String token = branch.token(CallerKind.USER, branch.reader("ada").id(), "reader:read reader:write");
        Doc grace = branch.reader("grace");
        assertThat(reaches(token, grace.id())).isEqualTo(NO_PERMISSION);
        assertThat(reaches(token, branch.email("grace"))).isEqualTo(NO_PERMISSION);
        assertThat(reaches(token, branch.ownerId())).isEqualTo(NO_PERMISSION);
        assertThat(branch.ask("PATCH", "/readers/" + grace.id())
                        .token(token)
                        .json("{}")
                        .send()
                        .refusal())
                .isEqualTo(NO_PERMISSION);
    }

    @Test
    void answersAUserTheSameForKnownAndUnknownUsers() {
        String token = branch.token(CallerKind.USER, branch.reader("ada").id(), "reader:read");
        assertThat(reaches(token, "nobody")).isEqualTo(NO_PERMISSION);
        assertThat(reaches(token, toy.branch().ownerId())).isEqualTo(NO_PERMISSION);
    }

    @Test
    void anAdministratorReachesAllUsersOfTheAccount() {
        String token = branch.token(CallerKind.ACCOUNT, branch.ownerId(), "reader:read:admin");
        Doc ada = branch.reader("ada");
        assertThat(reaches(token, ada.id())).isEqualTo(ada.id());
        assertThat(reaches(token, toy.branch().ownerId())).startsWith("404/1001");
    }

    @Test
    void anAdministratorsTokenWithAUsersScopeReachesThemOnly() {
        String token = branch.token(CallerKind.ACCOUNT, branch.ownerId(), "reader:read");
        assertThat(reaches(token, branch.ownerId())).isEqualTo(branch.ownerId());
        assertThat(reaches(token, branch.reader("ada").id())).isEqualTo(NO_PERMISSION);
    }

    @Test
    void refusesAChatbotWhereNoneIsExpected() {
        assertThat(branch.ask("GET", "/books")
                        .token(branch.chatbotToken())
                        .send()
                        .refusal())
                .isEqualTo("400/200 Invalid api key or secret.");
    }

    @Test
    void knowsAnOperationOfUsersOnlyForUsers() {
        Doc ada = branch.reader("ada");
        String user = branch.token(CallerKind.USER, ada.id(), "reader:write");
        assertThat(branch.ask("POST", "/readers/me/card")
                        .token(user)
                        .send()
                        .json()
                        .text("card"))
                .startsWith("R");
        assertThat(branch.ask("POST", "/readers/me/card").send().refusal())
                .isEqualTo("404/2300 This API endpoint is not recognized.");
    }

    @Test
    void checksScopesBeforeItReadsTheBody() {
        String token = branch.serverToken("other");
        assertThat(branch.ask("POST", "/readers")
                        .token(token)
                        .json("{broken")
                        .send()
                        .json()
                        .number("code"))
                .isEqualTo(4711);
    }
}
