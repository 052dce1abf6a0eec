package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.Devices;
import io.greenroom.kernel.auth.OAuthFailure;
import io.greenroom.kernel.auth.OAuthScope;
import io.greenroom.kernel.auth.Parameters;
import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.doc.Doc;
import io.greenroom.kernel.store.Transaction;
import java.util.function.Supplier;

/** {@code urn:ietf:params:oauth:grant-type:device_code}: a device polls for approval. */
final class DeviceGrant implements GrantType {
    static final String NAME = "urn:ietf:params:oauth:grant-type:device_code";

    private final OAuthScope scope;
    private final Devices devices;
    private final Issuer issuer;

    DeviceGrant(OAuthScope scope, Devices devices, Issuer issuer) {
        this.scope = scope;
        this.devices = devices;
        this.issuer = issuer;
    }

    @Override
    public Issued issue(Client client, Parameters parameters) {
        client.withSecret();
        String code = parameters.required("device_code");
        // Throwing would roll the unit back, and with it the recorded poll; so the unit returns the failure.
        Supplier<Issued> outcome = scope.store().write(client.account(), unit -> ask(unit, client, code));
        return outcome.get();
    }

    private Supplier<Issued> ask(Transaction unit, Client client, String code) {
        Doc device = devices.find(unit, code, client.app().id()).orElse(null);
        if (device == null) {
            return refusal("invalid_grant", "Invalid device code");
        }
        if (devices.expired(unit, device)) {
            return refusal("expired_token", "The device code is expired");
        }
        return switch (device.text("state")) {
            case "denied" -> refusal("access_denied", "The user has denied the request");
            case "approved" -> approved(unit, client, device);
            default ->
                devices.asked(unit, device)
                        ? refusal("authorization_pending", "The user has not approved the request yet")
                        : refusal("slow_down", "Wait longer between two requests");
        };
    }

    private Supplier<Issued> approved(Transaction unit, Client client, Doc device) {
        devices.use(unit, device);
        Transaction home = unit.as(device.text("user_account"));
        return scope.people()
                .byId(home, device.text("user_id"))
                .filter(People.Person::active)
                .map(person -> issuer.open(home, client, person.id()))
                .<Supplier<Issued>>map(issued -> () -> issued)
                .orElseGet(() -> refusal("access_denied", "The user is gone"));
    }

    private static Supplier<Issued> refusal(String error, String reason) {
        return () -> {
            throw OAuthFailure.device(error, reason);
        };
    }
}
