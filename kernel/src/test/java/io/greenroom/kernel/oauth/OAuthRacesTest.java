package io.greenroom.kernel.oauth;

import static io.greenroom.kernel.oauth.AuthScene.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenroom.contract.CallerKind;
import io.greenroom.kernel.store.KernelTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Concurrent requests for something that only one may get. */
@SuppressWarnings("NullAway.Init") // begin() sets the app
class OAuthRacesTest extends AuthTest {
    private static final int AT_ONCE = 8;

    private TestApp app;

    @BeforeEach
    void begin() {
        scene.people.settle(ACME, "ada");
        app = scene.app(CallerKind.USER);
    }

    private static List<Reply> atOnce(Callable<Reply> asking) throws ExecutionException, InterruptedException {
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> all = Collections.nCopies(AT_ONCE, asking);
            for (Future<Reply> reply : threads.invokeAll(all)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    private static Reply onlySuccess(List<Reply> replies) {
        List<Reply> successes =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(successes).hasSize(1);
        assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 400);
        return successes.getFirst();
    }

    @Test
    void exchangeACodeOnce() throws Exception {
        String code = app.codeOf("ada");

        Reply tokens = onlySuccess(atOnce(() -> app.exchange(code)));
        assertThat(app.refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
    }

    @Test
    void useARefreshTokenOnce() throws Exception {
        String token = app.tokensOf("ada").text("refresh_token");

        Reply tokens = onlySuccess(atOnce(() -> app.refresh(token)));
        assertThat(app.refresh(tokens.text("refresh_token")).status()).isEqualTo(400);
    }

    @Test
    void makeOneGrantForAServerApp() throws Exception {
        TestApp server = scene.app(CallerKind.SERVER);

        assertThat(atOnce(server::accountCredentials)).allMatch(reply -> reply.status() == 200);
        assertThat(scene.<Long>inside(ACME, unit -> unit.in(KernelTables.GRANTS).count()))
                .isEqualTo(1);
    }

    @Test
    void leaveOneGrantAfterManyApprovals() throws Exception {
        List<Reply> replies = atOnce(() -> app.tokensOf("ada"));

        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(replies.stream()
                        .filter(reply ->
                                app.refresh(reply.text("refresh_token")).status() == 200))
                .hasSize(1);
    }

    @Test
    void useADeviceCodeOnce() throws Exception {
        String device = app.post("/oauth/devicecode").text("device_code");
        String user = scene.inside(ACME, unit -> unit.in(KernelTables.DEVICE_REQUESTS)
                .first()
                .orElseThrow()
                .text("user_code"));
        scene.get("/oauth_device?greenroom_user=ada&user_code=" + user);

        onlySuccess(atOnce(() -> app.token("grant_type", DeviceGrant.NAME, "device_code", device)));
    }

    @Test
    void refuseEveryRevokedToken() throws Exception {
        TestApp server = scene.app(CallerKind.SERVER);
        List<Reply> tokens = atOnce(server::accountCredentials);
        List<Reply> revoked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> running = tokens.stream()
                    .map(token ->
                            threads.submit(() -> server.post("/oauth/revoke", "token", token.text("access_token"))))
                    .toList();
            for (Future<Reply> one : running) {
                revoked.add(one.get());
            }
        }

        assertThat(revoked).allMatch(reply -> reply.status() == 200);
        assertThat(scene.inside(ACME, unit -> unit.in(KernelTables.GRANTS).first())
                        .orElseThrow()
                        .docs("revoked"))
                .hasSize(AT_ONCE);
    }
}
