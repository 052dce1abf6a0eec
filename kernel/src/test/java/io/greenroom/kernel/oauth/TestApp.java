package io.greenroom.kernel.oauth;

import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.KernelTables;
import io.greenroom.kernel.store.Transaction;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** A client of the authorization server. */
public final class TestApp {
    public static final String SECRET = "secret";

    private final AuthScene scene;
    public final Doc row;

    TestApp(AuthScene scene, Doc row) {
        this.scene = scene;
        this.row = row;
    }

    public String id() {
        return row.id();
    }

    private Doc now(Transaction unit) {
        return unit.find(KernelTables.APPS, id()).orElseThrow();
    }

    public void change(UnaryOperator<Doc> change) {
        scene.inside(
                row.text("account_id"),
                unit -> unit.update(KernelTables.APPS, change.apply(now(unit).copy())));
    }

    public void stop() {
        scene.inside(row.text("account_id"), unit -> scene.apps().disable(unit, now(unit)));
    }

    public void start() {
        scene.inside(row.text("account_id"), unit -> scene.apps().enable(unit, now(unit)));
    }

    static String encoded(String... pairs) {
        StringJoiner encoded = new StringJoiner("&");
        for (int i = 0; i < pairs.length; i += 2) {
            encoded.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return encoded.toString();
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Posts a form to a path, with this app's id and secret. */
    Reply post(String path, String... form) {
        return scene.send(scene.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", basic(id(), SECRET))
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** Posts a form to a path, without client credentials. */
    Reply postBare(String path, String... form) {
        return scene.send(scene.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    Reply token(String... form) {
        return post("/oauth/token", form);
    }

    Reply exchange(String code) {
        return token("grant_type", "authorization_code", "code", code, "redirect_uri", AuthScene.REDIRECT);
    }

    Reply refresh(String refreshToken) {
        return token("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    public Reply accountCredentials() {
        return token("grant_type", "account_credentials", "account_id", row.text("account_id"));
    }

    /** The authorization request of this app, with more parameters. */
    String authorizePath(String... more) {
        String own = encoded("response_type", "code", "client_id", id(), "redirect_uri", AuthScene.REDIRECT);
        return "/oauth/authorize?" + own + (more.length == 0 ? "" : "&" + encoded(more));
    }

    /** The code of a user's approval. */
    String codeOf(String userId, String... more) {
        return scene.get(authorizePath(more) + "&greenroom_user=" + userId).redirected("code");
    }

    /** The tokens of a user's approval. */
    public Reply tokensOf(String userId) {
        return exchange(codeOf(userId));
    }
}
